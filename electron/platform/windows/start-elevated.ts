/**
 * Statements for a PowerShell script that asks for elevation: `Start-Elevated` takes a script (UTF-16LE in base64) and
 * gives the started process, `End-Elevated` cleans up. The elevated command line stays short, because ShellExecute, which
 * shows the prompt, is documented to take about 2,080 characters of path and arguments together (Process.Start, Win32
 * error 122; CreateProcess itself takes 32,767). So the script crosses in a file of the person, and the command line
 * carries its SHA-256: the elevated side reads the file once, compares, and runs what it read, never the file. Whoever
 * swaps it in between gets nothing but exit code 48. Process.Start and not Start-Process: only its exception keeps the
 * number of a refusal (1223), whose text is translated; the cmdlet loses it. The system's own folder is asked for, not
 * read from a variable; nothing but base64 and hexadecimal digits crosses, so nothing needs quotes.
 */
export const START_ELEVATED = String.raw`
function Start-Elevated([string] $encoded) {
  $bytes = [Convert]::FromBase64String($encoded)
  $script:ggFile = [IO.Path]::GetTempPath() + 'goodgateway-' + [Guid]::NewGuid().ToString('N') + '.txt'
  $sum = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes)).Replace('-', '')
  $place = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($script:ggFile))
  $reader = '$b=[IO.File]::ReadAllBytes([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(''' + $place + ''')));' +
    'if([BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($b)).Replace(''-'','''') -cne ''' + $sum + '''){exit 48};' +
    '.([scriptblock]::Create([Text.Encoding]::Unicode.GetString($b)))'
  $info = New-Object Diagnostics.ProcessStartInfo
  $info.FileName = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\powershell.exe'
  $info.Arguments = '-NoLogo -NoProfile -NonInteractive -WindowStyle Hidden -EncodedCommand ' + [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($reader))
  $info.Verb = 'runas'
  $info.UseShellExecute = $true
  $info.WindowStyle = 'Hidden'
  $info.WorkingDirectory = [Environment]::SystemDirectory
  if ($info.FileName.Length + $info.Arguments.Length -gt 2000) { throw (New-Object ComponentModel.Win32Exception 206) }
  [IO.File]::WriteAllBytes($script:ggFile, $bytes)
  # Held open for reading: nobody can write to it or take it away meanwhile.
  $script:ggHeld = [IO.File]::Open($script:ggFile, 'Open', 'Read', 'Read')
  return [Diagnostics.Process]::Start($info)
}
function End-Elevated {
  try { $script:ggHeld.Close() } catch { }
  try { [IO.File]::Delete($script:ggFile) } catch { }
}
# The Win32 number behind an exception; the other number when there is none.
function Get-Win32([Exception] $exception, [int] $other) {
  while ($null -ne $exception -and $exception -isnot [ComponentModel.Win32Exception]) { $exception = $exception.InnerException }
  if ($null -eq $exception) { return $other }
  return $exception.NativeErrorCode
}
`;
