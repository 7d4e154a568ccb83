; Additions to the Windows installer.

!macro customInstall
  ; Reports are JSON: the program is offered for them under "Open with" and takes no file type away from anybody.
  WriteRegStr SHCTX "Software\Classes\GoodGateway.Report" "" "GoodGateway report"
  WriteRegStr SHCTX "Software\Classes\GoodGateway.Report\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.json\OpenWithProgids" "GoodGateway.Report" ""
!macroend

!macro customUnInstall
  ; DNS that is still changed goes back first. A failure must not keep the program on the machine.
  nsExec::Exec '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" recover'
  DeleteRegValue SHCTX "Software\Classes\.json\OpenWithProgids" "GoodGateway.Report"
  DeleteRegKey SHCTX "Software\Classes\GoodGateway.Report"
!macroend
