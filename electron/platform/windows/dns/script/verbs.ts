/**
 * What the elevated run does. Exit codes are the only thing that comes back from it: 0 done, 3 nothing to do, 4 theirs,
 * 40 and above a failure before anything was written, 60 and above one that was put back, 70 one that may not have been.
 */
export const VERBS = String.raw`
# Folders that somebody else made are neither read nor written.
function New-Root {
  New-Place $root $readable
  New-Place "$root\dns" $readable
}

# One open change on this machine; finished ones are kept for undo, the last 20.
function Sweep {
  foreach ($other in $folders::GetDirectories("$root\dns")) { if ((Read-State $other)[1]) { exit 41 } }
  Get-ChildItem -LiteralPath "$root\dns" -Directory | Where-Object { (Read-State $_.FullName)[0] -match '^(committed|restored|theirs)$' } |
    Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 20 | ForEach-Object {
      $other = $_.FullName
      try { $folders::Delete("$other\private", $true) } catch { }
      try { $io::Delete("$other\state"); $folders::Delete($other) } catch { }
    }
}

function Arm {
  try { New-Root; Sweep } catch { exit 44 }
  if ($folders::Exists($dir)) { exit 45 }
  try {
    $owner = Get-CimInstance Win32_Process -Filter "ProcessId=$($v.owner)"
    $sid = (Invoke-CimMethod -InputObject $owner -MethodName GetOwnerSid).Sid
    if ($sid -notmatch '^S-1-[0-9-]+$') { throw 'sid' }
    New-Place $dir $readable
    New-Place $priv ''
    New-Place "$dir\inbox" "(A;OICI;0x1301bf;;;$sid)"
    Put-Map "$priv\before.xml" (Get-Every)
    Put "$priv\who" "$PID $(Started $PID) $(Started $v.owner)"
    Put "$priv\guard.ps1" ($head.Replace("verb = 'switch'", "verb = 'guard'") + "${"`"}n" + $body)
    # Held by this run alone until it has written its last: the guard waits for that before it puts anything back.
    $script:lock = $io::Open("$priv\applying", 'Create', 'Write', 'None')
    $null = $machine.CreateSubKey($mark, $true, 'Volatile')
    $run = ". ([scriptblock]::Create([IO.File]::ReadAllText('$priv\guard.ps1')))"
    $action = New-ScheduledTaskAction -Execute "$system32\WindowsPowerShell\v1.0\powershell.exe" -Argument ('-NoLogo -NoProfile -NonInteractive -WindowStyle Hidden -Command "' + $run + '"')
    $options = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit ([TimeSpan]::Zero) -RestartCount 3 -RestartInterval ([TimeSpan]::FromMinutes(1)) -Priority 4
    $system = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
    $null = Register-ScheduledTask -TaskName $task -TaskPath '\' -Action $action -Settings $options -Principal $system -Trigger (New-ScheduledTaskTrigger -AtStartup)
    Start-ScheduledTask -TaskName $task -TaskPath '\'
    if (-not (Wait-Word 'armed')) { throw 'silent' }
  } catch {
    try { $script:lock.Close() } catch { }
    Forget $true
    try { $io::Delete("$dir\state"); $folders::Delete($dir) } catch { }
    exit 44
  }
}

# Waits until the guard says one of these words; the word, or nothing. One that runs no more will not say it.
function Wait-Word([string] $words) {
  foreach ($try in 1..150) {
    $word, $runs = Read-State $dir
    if ($word -match "^($words)$") { return $word }
    if ($word -ne 'none' -and -not $runs) { return }
    Nap
  }
}

# Tells the guard to put it back, and waits for its last word. Then looks for itself: a guard may have died, or have put
# back before the last thing was written.
function Back-Out([int] $code) {
  try {
    $script:lock.Close()
    try { Put "$priv\rollback" '1' } catch { }
    $null = Wait-Word 'restored|theirs'
    $null = Settle
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
  # Its guard must still be there, and must not have put back already.
  $word, $runs = Read-State $dir
  if (-not $runs -or $word -ne 'armed') { Back-Out 61 }
  try {
    Put-Map "$priv\after.xml" (Get-Every)
    Put "$priv\applied" '1'
  } catch { Back-Out 60 }
  $script:lock.Close()
  Clear-Cache
  if (Wait-Word 'applied') { exit 0 }
  Back-Out 61
}

function Put-Back {
  try { New-Root } catch { exit 45 }
  $word, $runs = Read-State $dir
  if ($runs) {
    Put "$priv\rollback" '1'
    $word = Wait-Word 'restored|theirs'
    if ($word -eq 'restored') { exit 0 }
    if ($word -eq 'theirs') { exit 4 }
    exit 41
  }
  Wait-Switch
  $word = if ($folders::Exists($dir)) { Settle } else { Undo }
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
