; The setup file. packing/setup_exe.py runs it:
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DPAYLOAD=dir -DLAUNCHERS=dir -DOUT=file [-DFAST] reception.nsi
;
; A version lies in a folder of its own, $INSTDIR\versions\1.2.3, and current.txt names the one in
; use. A new one is put beside it, tries itself out, and only then takes its place: until that one
; line is written, the old version is untouched. Nothing here ever touches the data folder, unless
; whoever removes the program asks for it.
;
; Ends with 0; 10 Windows is too old; 11 the program is running; 12 the new version failed its
; self-test; 13 a newer version is installed; 14 the files could not be written.

Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif

!define APP "Reception"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define REPORT "$TEMP\reception-tu-kiem-tra.txt"

!include "texts.nsh"
Name "${TEXT_NAME}"
OutFile "${OUT}"
BrandingText "${TEXT_NAME} ${VERSION}"
AllowSkipFiles off

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${APP}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${APP}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallDir"
!include MultiUser.nsh
!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

!define MUI_ICON "${LAUNCHERS}/reception.ico"
!define MUI_UNICON "${LAUNCHERS}/reception.ico"
!define MUI_WELCOMEPAGE_TEXT "${TEXT_WELCOME}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${APP}.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${TEXT_NAME}"
VIAddVersionKey "LegalCopyright" "MIT"

!macro refuse CODE TEXT
  SetErrorLevel ${CODE}
  MessageBox MB_ICONSTOP|MB_OK "${TEXT}" /SD IDOK
  Abort
!macroend

; A program that runs cannot be opened for writing.
!macro refuseWhileRunning PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      !insertmacro refuse 11 "${TEXT_RUNNING}"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    !insertmacro refuse 10 "${TEXT_TOO_OLD}"
  ${EndIf}
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; The version in use, or nothing, in $0.
Function ReadCurrent
  StrCpy $0 ""
  ClearErrors
  FileOpen $1 "$INSTDIR\current.txt" r
  ${IfNot} ${Errors}
    FileRead $1 $0
    FileClose $1
    ${TrimNewLines} "$0" $0
  ${EndIf}
FunctionEnd

Function RefuseDowngrade
  Call ReadCurrent
  ${If} $0 != ""
    ${VersionCompare} "${VERSION}" "$0" $1
    ${If} $1 == 2
      !insertmacro refuse 13 "${TEXT_NEWER}"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Take away what was put there; a first installation leaves nothing behind.
Function TakeBack
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\versions\incoming"
  RMDir "$INSTDIR\versions"
  RMDir "$INSTDIR"
FunctionEnd

Function PutIncoming
  RMDir /r "$INSTDIR\versions\incoming"
  SetOutPath "$INSTDIR\versions\incoming"
  ClearErrors
  File /r "${PAYLOAD}/*"
  ${If} ${Errors}
    Call TakeBack
    !insertmacro refuse 14 "${TEXT_UNWRITABLE}"
  ${EndIf}
  SetOutPath "$INSTDIR"
FunctionEnd

Function TryIncoming
  DetailPrint "${TEXT_TESTING}"
  Delete "${REPORT}"
  StrCpy $0 1
  ExecWait '"$INSTDIR\versions\incoming\runtime\pythonw.exe" -X utf8 -m reception --self-test --window --report "${REPORT}"' $0
  ${If} $0 != 0
    Call TakeBack
    !insertmacro refuse 12 "${TEXT_FAILED}"
  ${EndIf}
FunctionEnd

; From here on the new version is the one in use.
Function TakeOver
  SetOutPath "$INSTDIR"
  File "${LAUNCHERS}/${APP}.exe"
  File "${LAUNCHERS}/reception-cli.exe"
  RMDir /r "$INSTDIR\versions\${VERSION}"
  Rename "$INSTDIR\versions\incoming" "$INSTDIR\versions\${VERSION}"
  FileOpen $0 "$INSTDIR\current.new" w
  FileWrite $0 "${VERSION}$\r$\n"
  FileClose $0
  ; In one step, and on disk: MOVEFILE_REPLACE_EXISTING and MOVEFILE_WRITE_THROUGH.
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\current.new", w "$INSTDIR\current.txt", i 9) i .r0'
  ${If} $0 = 0
    !insertmacro refuse 14 "${TEXT_UNWRITABLE}"
  ${EndIf}
FunctionEnd

Function RemoveOthers
  Delete "$INSTDIR\waiting.txt"
  FindFirst $0 $1 "$INSTDIR\versions\*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} $1 != "${VERSION}"
      RMDir /r "$INSTDIR\versions\$1"
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

!macro associate ENDING KIND TEXT
  WriteRegStr SHCTX "Software\Classes\.${ENDING}" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "${TEXT}"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${APP}.exe,0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${APP}.exe" --open "%1"'
!macroend

!macro dissociate ENDING KIND
  ReadRegStr $0 SHCTX "Software\Classes\.${ENDING}" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey SHCTX "Software\Classes\.${ENDING}"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
!macroend

; SHCNE_ASSOCCHANGED
!macro tellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function Register
  CreateShortcut "$SMPROGRAMS\${TEXT_NAME}.lnk" "$INSTDIR\${APP}.exe"
  CreateShortcut "$DESKTOP\${TEXT_NAME}.lnk" "$INSTDIR\${APP}.exe"
  !insertmacro associate "rcb" "${APP}.Bundle" "${TEXT_BUNDLE}"
  !insertmacro associate "rcu" "${APP}.Update" "${TEXT_UPDATE}"
  !insertmacro tellShell
  WriteRegStr SHCTX "Software\${APP}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${TEXT_NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${APP}.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
FunctionEnd

Section
  !insertmacro refuseWhileRunning "${APP}.exe"
  !insertmacro refuseWhileRunning "reception-cli.exe"
  Call RefuseDowngrade
  Call PutIncoming
  Call TryIncoming
  Call TakeOver
  Call RemoveOthers
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call Register
SectionEnd

; Only when asked, and asked twice; silently only by its own switch.
Function un.RemoveData
  SetShellVarContext current
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "${TEXT_ASK_DATA}" /SD IDNO IDNO done
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "${TEXT_ASK_AGAIN}" /SD IDNO IDNO done
  ${EndIf}
  RMDir /r "$LOCALAPPDATA\${APP}"
  RMDir /r "$LOCALAPPDATA\${APP}-tap-lam"
done:
FunctionEnd

Section "Uninstall"
  !insertmacro refuseWhileRunning "${APP}.exe"
  !insertmacro refuseWhileRunning "reception-cli.exe"
  RMDir /r "$INSTDIR\versions"
  Delete "$INSTDIR\*.txt"
  Delete "$INSTDIR\${APP}.exe"
  Delete "$INSTDIR\reception-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TEXT_NAME}.lnk"
  Delete "$DESKTOP\${TEXT_NAME}.lnk"
  !insertmacro dissociate "rcb" "${APP}.Bundle"
  !insertmacro dissociate "rcu" "${APP}.Update"
  !insertmacro tellShell
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${APP}"
  Call un.RemoveData
SectionEnd
