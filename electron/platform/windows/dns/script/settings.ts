/**
 * Settings of one adapter by name, in the registry: `v4/NameServer`, `v6/ProfileNameServer`, `doh/ADDRESS/flags`. The
 * adapter is known by its GUID; its index, which is what the system's own commands want, is looked up here and now (it
 * changes with every start of Windows).
 */
export const SETTINGS = String.raw`
$services = 'SYSTEM\CurrentControlSet\Services'
$system32 = [Environment]::SystemDirectory
$io = [IO.File]
$folders = [IO.Directory]
$machine = [Microsoft.Win32.Registry]::LocalMachine

function Place([string] $name) {
  $part = $name.Split('/')
  if ($part[0] -eq 'v4') { return @("$services\Tcpip\Parameters\Interfaces\$($v.guid)", $part[1], 'String') }
  if ($part[0] -eq 'v6') { return @("$services\Tcpip6\Parameters\Interfaces\$($v.guid)", $part[1], 'String') }
  $kind = if ($part[1].Contains(':')) { 'Doh6' } else { 'Doh' }
  $path = "$services\Dnscache\InterfaceSpecificParameters\$($v.guid)\DohInterfaceSettings\$kind\$($part[1])"
  if ($part[2] -eq 'flags') { return @($path, 'DohFlags', 'QWord') }
  return @($path, 'DohTemplate', 'String')
}

function Get-One([string] $name) {
  $path, $value, $kind = Place $name
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return $null }
  try { $found = $key.GetValue($value, $null, 'DoNotExpandEnvironmentNames') } finally { $key.Close() }
  if ($null -eq $found) { return $null }
  return [string] $found
}

function Set-One([string] $name, $to) {
  $path, $value, $kind = Place $name
  if ($null -ne $to) {
    $key = $machine.CreateSubKey($path)
    try {
      if ($kind -eq 'QWord') { $key.SetValue($value, [long] $to, $kind) } else { $key.SetValue($value, [string] $to, $kind) }
      $key.Flush()
    } finally { $key.Close() }
    return
  }
  $key = $machine.OpenSubKey($path, $true)
  if ($null -eq $key) { return }
  try { $key.DeleteValue($value, $false); $key.Flush() } finally { $key.Close() }
  # Keys for encryption that we made go with their last value.
  while ($path -like '*\InterfaceSpecificParameters\*') {
    $key = $machine.OpenSubKey($path)
    if ($null -eq $key) { return }
    $left = $key.ValueCount + $key.SubKeyCount
    $key.Close()
    if ($left -gt 0) { return }
    $machine.DeleteSubKey($path, $false)
    $path = $path.Substring(0, $path.LastIndexOf('\'))
  }
}

function Get-Every {
  $every = @{}
  foreach ($family in 'v4', 'v6') { foreach ($what in 'NameServer', 'ProfileNameServer') { $every["$family/$what"] = Get-One "$family/$what" } }
  foreach ($kind in 'Doh', 'Doh6') {
    $key = $machine.OpenSubKey("$services\Dnscache\InterfaceSpecificParameters\$($v.guid)\DohInterfaceSettings\$kind")
    if ($null -eq $key) { continue }
    foreach ($address in $key.GetSubKeyNames()) {
      foreach ($what in 'flags', 'template') { $every["doh/$address/$what"] = Get-One "doh/$address/$what" }
    }
    $key.Close()
  }
  return $every
}

function Same($one, $other) {
  if ($null -eq $one -or $null -eq $other) { return ($null -eq $one -and $null -eq $other) }
  return [string]::Equals([string] $one, [string] $other, 'Ordinal')
}

function Get-Index {
  $found = @(Get-NetAdapter -IncludeHidden -ErrorAction SilentlyContinue | Where-Object { $_.InterfaceGuid -eq $v.guid })
  if ($found.Count -eq 1) { return [int] $found[0].ifIndex }
  return 0
}

# Makes it effective; what lies in the registry is made exact afterwards.
function Set-Family([string] $family, $to, [int] $index) {
  $list = @([string] $to -split '[, ;]+' -ne '')
  if ($list.Count -gt 0) { Set-DnsClientServerAddress -InterfaceIndex $index -ServerAddresses $list -EA Stop }
  else { Get-DnsClientServerAddress -InterfaceIndex $index -AddressFamily $family -EA Stop | Set-DnsClientServerAddress -ResetServerAddresses -EA Stop }
}

# First effective, then exact: absent, empty and oddly written lists come back as they were. A restore goes on where the
# system's service does not answer: what lies in the registry counts from its next start on.
function Set-Settings($values, [bool] $strict) {
  $index = Get-Index
  foreach ($one in @(@('v4/NameServer', 'IPv4'), @('v6/NameServer', 'IPv6'))) {
    if ($index -eq 0 -or -not $values.ContainsKey($one[0])) { continue }
    try { Set-Family $one[1] $values[$one[0]] $index } catch { if ($strict) { throw } }
  }
  foreach ($name in @($values.Keys)) {
    Set-One $name $values[$name]
    if (-not (Same (Get-One $name) $values[$name])) { throw $name }
  }
}

function Clear-Cache {
  try { Clear-DnsClientCache } catch { }
  try { $null = & "$system32\ipconfig.exe" /flushdns } catch { }
}
`;
