# Windows: a scheduled task runs this each minute as the exhibit's own account. The exhibit writes
# health.json every minute while its picture is on the screen; one that is older has ended or hangs.
$home_ = 'C:\kiosk'
$health = Join-Path $env:LOCALAPPDATA 'campaign-kiosk\health.json'
$written = if (Test-Path $health) { (Get-Item $health).LastWriteTime } else { [datetime]::MinValue }
if (((Get-Date) - $written).TotalMinutes -gt 3) {
    Get-CimInstance Win32_Process -Filter "ExecutablePath LIKE '%\\kiosk\\Scripts\\%'" |
        ForEach-Object { Stop-Process -Id $_.ProcessId -Force }
    Start-Process "$home_\Scripts\kiosk.exe" -ArgumentList 'run', '--settings', "$home_\settings.yaml"
}
