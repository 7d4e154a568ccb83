/**
 * Places, words, the restore and the guard. The guard is a scheduled task of SYSTEM: it outlives the app and the
 * session, and the same task restores after a power cut. Its files lie below ProgramData in folders that got their
 * rights when they were made. Words of the person are moved out of their folder before they are looked at. Nothing is
 * deleted with all it holds where a person may write: a link laid there at the right moment would lead the deletion on.
 */
export const GUARD = String.raw`
$root = [Environment]::GetFolderPath('CommonApplicationData') + '\GoodGateway'
$dir = "$root\dns\$($v.tx)"
$priv = "$dir\private"
$mark = "SOFTWARE\GoodGateway\$($v.tx)"
$task = "goodgateway-restore-$($v.tx)"
$rights = 'O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
$readable = '(A;OICI;0x1200a9;;;BU)'
$utf8 = New-Object Text.UTF8Encoding $false

function Now { [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() }
function Nap([int] $time = 200) { Start-Sleep -Milliseconds $time }

# A folder that somebody else made, or that leads elsewhere, is refused.
function New-Place([string] $path, [string] $more) {
  $security = New-Object Security.AccessControl.DirectorySecurity
  $security.SetSecurityDescriptorSddlForm($rights + $more)
  $folder = $folders::CreateDirectory($path, $security)
  $owner = $folder.GetAccessControl().GetOwner([Security.Principal.SecurityIdentifier]).Value
  if ($owner -ne 'S-1-5-32-544' -and $owner -ne 'S-1-5-18') { throw 'owner' }
  if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { throw 'link' }
}

# Somebody may just be reading what is to be replaced.
function Put([string] $path, [string] $text) {
  $bytes = $utf8.GetBytes($text)
  foreach ($try in 1..9) {
    try {
      $file = $io::Open("$path.new", 'Create', 'Write', 'None')
      try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) } finally { $file.Close() }
      if ($io::Exists($path)) { $io::Replace("$path.new", $path, [NullString]::Value) } else { $io::Move("$path.new", $path) }
      return
    } catch { if ($try -eq 9) { throw } }
    Nap
  }
}

function Put-Map([string] $path, $map) { Export-Clixml -LiteralPath $path -InputObject $map }

function Get-Map([string] $path) { if ($io::Exists($path)) { Import-Clixml -LiteralPath $path } else { @{} } }

function Say([string] $word) {
  try { Put "$dir\state" "$word $PID $(Started $PID) $script:until $(Now)" } catch { if ($word -ne $script:phase) { throw } }
  $script:phase = $word
}

# What the guard there said last, and whether it still runs. Its file is away for a moment whenever it is replaced.
function Read-State([string] $path) {
  foreach ($try in 1..5) {
    try {
      $word, $id, $start, $end, $beat = $io::ReadAllText("$path\state").Split(' ')
      return @($word, ($word -match '^(armed|applied|stuck)$' -and (Now) - [long] $beat -lt 15))
    } catch { Nap 20 }
  }
  return @('none', $false)
}

function Started([int] $id) {
  try { return [Diagnostics.Process]::GetProcessById($id).StartTime.ToUniversalTime().Ticks } catch { return 0 }
}

function Said([string] $word) {
  $from = "$dir\inbox\$word"
  $to = "$priv\word"
  if (-not $io::Exists($from)) { return $null }
  try {
    $io::Delete($to)
    $io::Move($from, $to)
    $file = New-Object IO.FileInfo $to
    if (($file.Attributes -band [IO.FileAttributes]::ReparsePoint) -or $file.Length -gt 100) { return $null }
    $text = $io::ReadAllText($to).Trim()
  } catch { return $null }
  if ($text -ceq $v.token -or $text.StartsWith($v.token + ' ')) { return $text }
  return $null
}

# Compare-and-set, name by name: ours goes back, what is as before stays, all else is theirs.
function Undo {
  $before = $v.before
  # A power cut may have left half a file: what the guard was told is the same, but for what nobody planned to touch.
  try { $map = Get-Map "$priv\before.xml"; if ($map.Count -gt 0) { $before = $map } } catch { }
  $after = @{}
  try { $after = Get-Map "$priv\after.xml" } catch { }
  foreach ($name in @($v.set.Keys)) { if (-not $after.ContainsKey($name)) { $after[$name] = $v.set[$name] } }
  $back = @{}
  $kept = @{}
  $theirs = $false
  foreach ($name in @($after.Keys) + @($before.Keys)) {
    $was = $before[$name]
    $is = Get-One $name
    if (Same $is $was) { $kept[$name] = $was; continue }
    if (-not $after.ContainsKey($name)) { continue }
    if ((Same $is $after[$name]) -or ($v.set.ContainsKey($name) -and (Same $is $v.set[$name]))) { $back[$name] = $was }
    elseif ($v.set.ContainsKey($name)) { $theirs = $true }
  }
  if ($back.Count -gt 0) {
    Set-Settings $back $false
    # Putting an adapter back to automatic may take the list of its network away, which was right as it was.
    foreach ($name in @($kept.Keys)) { if (-not (Same (Get-One $name) $kept[$name])) { Set-One $name $kept[$name] } }
    Clear-Cache
  }
  if ($theirs) { return 'theirs' }
  if ($back.Count -gt 0) { return 'restored' }
  return 'nothing-to-do'
}

function Forget([bool] $all) {
  try { $machine.DeleteSubKeyTree($mark, $false) } catch { }
  try {
    foreach ($word in 'commit', 'rollback', 'more') { $io::Delete("$dir\inbox\$word") }
    $folders::Delete("$dir\inbox")
  } catch { }
  if ($all) { try { $folders::Delete($priv, $true) } catch { } }
  try { Unregister-ScheduledTask -TaskName $task -TaskPath '\' -Confirm:$false } catch { }
}

# The switch may still be at work (its program died in the middle of it): what it writes after a restore would stand
# unguarded. It holds a file open for itself alone; whoever still does after ten seconds is stuck, and is ended. What a
# switch that was ended asked the system for last may still be on its way.
function Wait-Switch {
  foreach ($try in 1..100) {
    if (-not $io::Exists("$priv\applying")) { return }
    try { $io::Open("$priv\applying", 'Open', 'ReadWrite', 'None').Close(); break } catch { }
    if ($try -eq 50) {
      try {
        $id, $start, $end = $io::ReadAllText("$priv\who").Split(' ')
        if ((Started $id) -eq [long] $start) { Stop-Process -Id $id -Force }
      } catch { }
    }
    if ($script:phase) { Say $script:phase }
    Nap
  }
  if (-not $io::Exists("$priv\applied")) { Nap 2000 }
}

# Puts back, says so and cleans up; what there was to put back.
function Settle {
  $ended = Undo
  if ($ended -eq 'theirs') { Say 'theirs' } else { Say 'restored' }
  Forget $true
  return $ended
}

function Finish {
  Wait-Switch
  foreach ($try in 1..150) {
    try { $null = Settle; exit 0 } catch { try { Say 'stuck' } catch { } }
    Nap 2000
  }
  exit 1
}

function Keep {
  Put "$priv\committed" '1'
  Say 'committed'
  Forget $false
  exit 0
}

function Guard {
  $script:until = (Now) + $v.deadline
  if ($io::Exists("$priv\committed")) { Keep }
  # The key is volatile: without it Windows was started anew since the change.
  if ($null -eq $machine.OpenSubKey($mark)) { Finish }
  $armer, $armerStart, $ownerStart = $io::ReadAllText("$priv\who").Split(' ')
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $limit = $v.deadline
  $phase = 'armed'
  $script:phase = 'armed'
  while ($true) {
    if ($phase -eq 'armed' -and $io::Exists("$priv\applied")) { $phase = 'applied' }
    Say $phase
    if ($phase -eq 'armed') { if ((Started $armer) -ne [long] $armerStart) { if (-not $io::Exists("$priv\applied")) { Finish } } }
    elseif (Said 'commit') { Keep }
    if ($io::Exists("$priv\rollback") -or (Said 'rollback')) { Finish }
    $more = Said 'more'
    if ($more) {
      $seconds = 0
      if ([int]::TryParse($more.Substring($v.token.Length).Trim(), [ref] $seconds) -and $seconds -gt 0 -and $seconds -le 3600) {
        $limit = $clock.Elapsed.TotalSeconds + $seconds
        $script:until = (Now) + $seconds
      }
    }
    if ($v.mode -eq 'ask' -and (Started $v.owner) -ne [long] $ownerStart) {
      if ($phase -eq 'applied' -and (Said 'commit')) { Keep }
      Finish
    }
    if ($clock.Elapsed.TotalSeconds -ge $limit) { Finish }
    Nap 400
  }
}
`;
