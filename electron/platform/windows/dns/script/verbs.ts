/**
 * What the elevated run does. Exit codes are the only thing that comes back from it: 0 done, 3 nothing to do, 4 theirs,
 * 40 and above a failure before anything was written, 60 and above one that was put back, 70 one that may not have been.
 */
export const VERBS = String.raw`
# One open change on this machine; finished ones are kept for undo, the last 20.
function Sweep {
  foreach ($other in [IO.Directory]::GetDirectories("$root\dns")) {
    if ($other -eq $dir) { continue }
    $word, $id, $start, $end, $beat = Read-State $other
    if (($word -eq 'armed' -or $word -eq 'applied' -or $word -eq 'stuck') -and (Now) - [long] $beat -lt 15) { exit 41 }
  }
  Get-ChildItem -LiteralPath "$root\dns" -Directory | Where-Object { (Read-State $_.FullName)[0] -match '^(committed|restored|theirs)$' } |
    Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 20 | Remove-Item -Recurse -Force
}

function Arm {
  try {
    $owner = Get-CimInstance Win32_Process -Filter "ProcessId=$($v.owner)"
    $sid = (Invoke-CimMethod -InputObject $owner -MethodName GetOwnerSid).Sid
    if ($sid -notmatch '^S-1-[0-9-]+$') { throw 'sid' }
    New-Place $root '(A;OICI;0x1200a9;;;BU)'
    New-Place "$root\dns" '(A;OICI;0x1200a9;;;BU)'
    Sweep
    if ([IO.Directory]::Exists($dir)) { exit 45 }
    New-Place $dir '(A;OICI;0x1200a9;;;BU)'
    New-Place $priv ''
    New-Place "$dir\inbox" "(A;OICI;0x1301bf;;;$sid)"
    Put-Map "$priv\before.xml" (Get-Every)
    Put "$priv\who" "$PID $(Started $PID) $(Started $v.owner)"
    Put "$priv\guard.ps1" ($head.Replace("verb = 'switch'", "verb = 'guard'") + "${"`"}n" + $body)
    $null = $machine.CreateSubKey("SOFTWARE\GoodGateway\$($v.tx)", $true, [Microsoft.Win32.RegistryOptions]::Volatile)
    $run = "& ([scriptblock]::Create([IO.File]::ReadAllText('$priv\guard.ps1')))"
    $action = New-ScheduledTaskAction -Execute "$system32\WindowsPowerShell\v1.0\powershell.exe" -Argument ('-NoLogo -NoProfile -NonInteractive -WindowStyle Hidden -Command "' + $run + '"')
    $options = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit ([TimeSpan]::Zero) -RestartCount 3 -RestartInterval ([TimeSpan]::FromMinutes(1)) -Priority 4
    $system = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
    $null = Register-ScheduledTask -TaskName $task -TaskPath '\' -Action $action -Settings $options -Principal $system -Trigger (New-ScheduledTaskTrigger -AtStartup)
    Start-ScheduledTask -TaskName $task -TaskPath '\'
    if (-not (Wait-Word 'armed')) { throw 'silent' }
  } catch {
    Forget $true
    try { [IO.Directory]::Delete($dir, $true) } catch { }
    exit 44
  }
}

# Waits until the guard says one of these words; the word, or nothing.
function Wait-Word([string] $words) {
  foreach ($try in 1..100) {
    $word = (Read-State $dir)[0]
    if ($word -match "^($words)$") { return $word }
    Nap
  }
}

# Tells the guard to put it back, and waits for its last word; a guard that says none is stood in for.
function Back-Out([int] $code) {
  try {
    Put "$priv\rollback" '1'
    if (-not (Wait-Word 'restored|theirs')) { $null = Undo; Say 'restored'; Forget $true }
    exit $code
  } catch { exit 70 }
}

function Switch-Over {
  if ((Now) -gt $v.late) { exit 46 }
  if ((Get-Index) -eq 0) { exit 43 }
  if ($v.mode -eq 'ask' -and (Started $v.owner) -eq 0) { exit 44 }
  foreach ($name in @($v.before.Keys)) { if (-not (Same (Get-One $name) $v.before[$name])) { exit 42 } }
  Arm
  try { Set-Settings $v.set $true } catch { Back-Out 60 }
  try {
    Put-Map "$priv\after.xml" (Get-Every)
    Put "$priv\applied" '1'
  } catch { Back-Out 60 }
  Clear-Cache
  if (Wait-Word 'applied') { exit 0 }
  Back-Out 61
}

function Put-Back {
  $word, $id, $start, $end, $beat = Read-State $dir
  if ($word -match '^(armed|applied|stuck)$' -and (Now) - [long] $beat -lt 15) {
    Put "$priv\rollback" '1'
    $word = Wait-Word 'restored|theirs'
    if ($word -eq 'restored') { exit 0 }
    if ($word -eq 'theirs') { exit 4 }
    exit 41
  }
  $word = Undo
  if ([IO.Directory]::Exists($dir)) {
    if ($word -eq 'theirs') { Say 'theirs' } else { Say 'restored' }
    Forget $true
  }
  if ($word -eq 'theirs') { exit 4 }
  if ($word -eq 'nothing-to-do') { exit 3 }
  exit 0
}

try {
  if ($v.verb -eq 'guard') { Guard }
  elseif ($v.verb -eq 'switch') { Switch-Over }
  elseif ($v.verb -eq 'restore') { Put-Back }
  elseif ($v.verb -eq 'flush') { Clear-Cache; exit 0 }
} catch { exit 70 }
exit 47
`;
