; Additions to the Windows installer. Compiled once for the installer and once for the uninstaller, with every warning an
; error, so nothing here may be a function that one of the two does not call.
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!include "WinMessages.nsh"

; Where `goodgateway` for the terminal lies. A folder of its own: beside the program the bare name would find
; GoodGateway.exe itself, for which a terminal does not wait.
!define GG_TERMINAL "$INSTDIR\bin"

; Adds (SIGN +) or takes away (-) that folder in the PATH of one place of the registry. A PATH that this installer cannot
; read or hold whole is left alone: written back it would be cut off.
!macro ggPathAt ROOT KEY SIGN
  Push $0
  Push $1
  Push $2
  ClearErrors
  ReadRegStr $0 ${ROOT} "${KEY}" "Path"
  ${If} ${Errors}
    ; Not there, or too long to be read: both look the same, so its name is looked for.
    StrCpy $1 0
    ${Do}
      ClearErrors
      EnumRegValue $2 ${ROOT} "${KEY}" $1
      ${If} ${Errors}
      ${OrIf} $2 == ""
      ${OrIf} $2 == "Path"
        ${Break}
      ${EndIf}
      IntOp $1 $1 + 1
    ${Loop}
    ${If} $2 != "Path"
    ${AndIf} "${SIGN}" == "+"
      WriteRegExpandStr ${ROOT} "${KEY}" "Path" "${GG_TERMINAL}"
    ${EndIf}
  ${Else}
    StrLen $1 "$0;${GG_TERMINAL};"
    IntOp $1 $1 + 1
    ${If} $1 < ${NSIS_MAX_STRLEN}
      ${WordAdd} "$0" ";" "${SIGN}${GG_TERMINAL}" $1
      ${If} $1 == ""
        DeleteRegValue ${ROOT} "${KEY}" "Path"
      ${ElseIf} $1 != $0
        WriteRegExpandStr ${ROOT} "${KEY}" "Path" "$1"
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ClearErrors
  Pop $2
  Pop $1
  Pop $0
!macroend

; For everybody when it was installed for everybody, else for the one person; open terminals hear of it.
!macro ggPath SIGN
  ${If} $installMode == "all"
    !insertmacro ggPathAt HKLM "SYSTEM\CurrentControlSet\Control\Session Manager\Environment" "${SIGN}"
  ${Else}
    !insertmacro ggPathAt HKCU "Environment" "${SIGN}"
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
!macroend

!macro customInstall
  ; Reports are JSON: the program is offered for them under "Open with" and takes no file type away from anybody.
  WriteRegStr SHCTX "Software\Classes\GoodGateway.Report" "" "GoodGateway report"
  WriteRegStr SHCTX "Software\Classes\GoodGateway.Report\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\GoodGateway.Report\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.json\OpenWithProgids" "GoodGateway.Report" ""
  !insertmacro ggPath "+"
!macroend

!macro customUnInstall
  ; Not while it is only replaced by a newer one.
  ${IfNot} ${isUpdated}
    ; DNS that is still changed goes back first. Neither a failure nor a program that hangs may keep it on the machine.
    nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" recover'
    Pop $R9
    !insertmacro ggPath "-"
    DeleteRegValue SHCTX "Software\Classes\.json\OpenWithProgids" "GoodGateway.Report"
    DeleteRegKey SHCTX "Software\Classes\GoodGateway.Report"
  ${EndIf}
!macroend
