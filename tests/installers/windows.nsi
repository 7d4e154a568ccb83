; The smallest installer that takes build/resources/installer/installer.nsh in as the packager's own one does, with what
; that one defines. Given: OUT (the file to write), PROGRAM (a file to install), INCLUDE (the additions). With AMD64 it
; runs where only 64-bit programs do.
Unicode true
!ifdef AMD64
Target amd64-unicode
!endif
!define PRODUCT_FILENAME "GoodGateway"
!define APP_EXECUTABLE_FILENAME "GoodGateway.exe"
Name "GoodGateway"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "C:\gg app"
SilentInstall silent
SilentUnInstall silent
Var installMode
!include LogicLib.nsh
!include FileFunc.nsh
!macro _isUpdated _a _b _t _f
  ClearErrors
  ${GetParameters} $R9
  ${GetOptions} $R9 "--updated" $R8
  IfErrors `${_f}` `${_t}`
!macroend
!define isUpdated `"" isUpdated ""`
!include "${INCLUDE}"
Section "install"
  StrCpy $installMode "CurrentUser"
  SetShellVarContext current
  SetOutPath $INSTDIR
  File "/oname=GoodGateway.exe" "${PROGRAM}"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  !insertmacro customInstall
SectionEnd
Section "un.Uninstall"
  StrCpy $installMode "CurrentUser"
  SetShellVarContext current
  !insertmacro customUnInstall
  RMDir /r $INSTDIR
SectionEnd
