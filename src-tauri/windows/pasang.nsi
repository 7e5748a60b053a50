; The installer for Windows: for one user, without an administrator. `cargo xtask windows installer` calls makensis with
;   VERSION  1.2.3        FROM  the folder of the programs        KIB  their size        ICON  an .ico        SIDE  a picture        TO  what is made
;   QUICK    optional: packed in seconds, and larger, for trials
;   BROWSER  optional: Microsoft's standalone installer of WebView2, carried along for computers without a network
; Silent use: /S, with /D=FOLDER as the last word. /UPDATE is what the program itself starts it with: no questions, and the program again afterwards.
; Exit codes: 0 installed, 2 stopped by the system (a full disk), 5 the program is running, 6 the folder refuses, 7 a newer one is installed.
Unicode true
Target amd64-unicode
ManifestDPIAware true
!ifdef QUICK
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 64
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define APP "Sandika"
!define PROGRAM "sandika-desktop.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
; What the program itself writes when it is to start with Windows, and what the task manager notes of it.
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define WEBVIEW2 "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define STANDALONE "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

Name "${APP}"
Caption "Pemasangan ${APP}"
UninstallCaption "Penghapusan ${APP}"
InstallButtonText "Pasang"
BrandingText "${APP} ${VERSION}"
OutFile "${TO}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1057 ProductName "${APP}"
VIAddVersionKey /LANG=1057 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1057 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1057 FileDescription "Pemasang ${APP}"
VIAddVersionKey /LANG=1057 LegalCopyright "MIT OR Apache-2.0"

Var Updating
Var Patience
Var InUse
Var Why

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Pemasangan ${APP} belum selesai. Hentikan sekarang?"
!define MUI_WELCOMEPAGE_TITLE "Pemasangan ${APP} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "${APP} dipasang untuk pengguna Windows ini saja; kata sandi administrator tidak diperlukan.$\r$\n$\r$\nBila ${APP} sudah terpasang, programnya diganti dan data kantor tetap seperti semula. Tutup ${APP} sebelum melanjutkan."
!define MUI_DIRECTORYPAGE_TEXT_TOP "Programnya dipasang di folder berikut. Data kantor tidak disimpan di sini. Folder ini jarang perlu diganti."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Folder program"
!define MUI_FINISHPAGE_TITLE "${APP} ${VERSION} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "${APP} ada di menu Mulai dan di desktop."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${APP} sekarang"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Programnya akan dihapus dari folder berikut. Data kantor, cadangan, dan setelan tetap tersimpan."
!define MUI_PAGE_CUSTOMFUNCTION_PRE UnlessUpdating
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "Folder program"
!define MUI_PAGE_HEADER_SUBTEXT "Tempat ${APP} dipasang"
!define MUI_PAGE_CUSTOMFUNCTION_PRE UnlessUpdating
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "Memasang ${APP}"
!define MUI_PAGE_HEADER_SUBTEXT "Ini memakan waktu kurang dari satu menit."
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE UnlessUpdating
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "Menghapus ${APP}"
!define MUI_PAGE_HEADER_SUBTEXT "Hanya programnya; data kantor tetap ada."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Menghapus ${APP}"
!define MUI_PAGE_HEADER_SUBTEXT "Data kantor tetap ada."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; Does something with each file that is installed.
!macro Each DO
    !insertmacro ${DO} "sandika-desktop.exe"
    !insertmacro ${DO} "sandika.exe"
    !insertmacro ${DO} "WebView2Loader.dll"
    !insertmacro ${DO} "LISENSI.txt"
    !insertmacro ${DO} "LISENSI-PIHAK-KETIGA.txt"
    !insertmacro ${DO} "sandika.cdx.json"
    !insertmacro ${DO} "hapus.exe"
!macroend

; Does something with each file that only older versions had.
!macro EachFormer DO
    !insertmacro ${DO} "sandika-reader.exe"
!macroend

; Windows lets nobody write into a program that runs.
!macro NoteUse FILE
    ${If} ${FileExists} "$INSTDIR\${FILE}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${FILE}" a
        ${If} ${Errors}
            StrCpy $InUse "${FILE}"
        ${Else}
            FileClose $0
        ${EndIf}
    ${EndIf}
!macroend

!macro SetAside FILE
    ${If} ${FileExists} "$INSTDIR\${FILE}"
        Rename "$INSTDIR\${FILE}" "$INSTDIR\lama\${FILE}"
    ${EndIf}
!macroend

!macro PutInPlace FILE
    ${IfNot} ${Errors}
        Rename "$INSTDIR\baru\${FILE}" "$INSTDIR\${FILE}"
    ${EndIf}
!macroend

!macro PutBack FILE
    ${If} ${FileExists} "$INSTDIR\lama\${FILE}"
        Delete "$INSTDIR\${FILE}"
        Rename "$INSTDIR\lama\${FILE}" "$INSTDIR\${FILE}"
    ${EndIf}
!macroend

; Of a first installation there is nothing to put back, and what came so far goes away again.
!macro TakeAway FILE
    ${IfNot} ${FileExists} "$INSTDIR\lama\${FILE}"
        Delete "$INSTDIR\${FILE}"
    ${EndIf}
!macroend

!macro Remove FILE
    Delete "$INSTDIR\${FILE}"
!macroend

; A program that is just ending gets its moment; after that the officer is asked to close it.
!macro EnsureClosed PREFIX
Function ${PREFIX}EnsureClosed
    look:
    StrCpy $InUse ""
    !insertmacro Each NoteUse
    !insertmacro EachFormer NoteUse
    ${If} $InUse == ""
        Return
    ${EndIf}
    ${If} $Patience > 0
        IntOp $Patience $Patience - 1
        Sleep 500
        Goto look
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${APP} masih berjalan ($InUse), sehingga programnya tidak dapat diganti. Tutup semua jendela ${APP}; bila ikonnya masih ada di dekat jam, klik kanan ikon itu lalu pilih Keluar. Setelah itu tekan tombol coba lagi." /SD IDCANCEL IDRETRY look
    SetErrorLevel 5
    Quit
FunctionEnd
!macroend
!insertmacro EnsureClosed ""
!insertmacro EnsureClosed "un."

Function .onInit
    SetRegView 64
    StrCpy $Patience 4
    StrCpy $Updating 0
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/UPDATE" $1
    ${IfNot} ${Errors}
        StrCpy $Updating 1
        StrCpy $Patience 120
        SetAutoClose true
    ${EndIf}
    ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} $0 "${VERSION}" $1
        ${If} $1 == 1
            MessageBox MB_OK|MB_ICONSTOP "Yang terpasang adalah ${APP} $0, lebih baru daripada ${VERSION}. Program yang lebih lama tidak dapat membuka data kantor yang sudah dipakai program yang lebih baru, jadi pemasangan tidak dilanjutkan." /SD IDOK
            SetErrorLevel 7
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    StrCpy $Patience 4
FunctionEnd

Function UnlessUpdating
    ${If} $Updating == 1
        Abort
    ${EndIf}
FunctionEnd

; Everything is unpacked beside what is installed, and takes its place only when all of it is there.
Function Unpack
    RMDir /r "$INSTDIR\baru"
    ClearErrors
    SetOverwrite try
    SetOutPath "$INSTDIR\baru"
    File "${FROM}/sandika-desktop.exe"
    File "${FROM}/sandika.exe"
    File "${FROM}/WebView2Loader.dll"
    File "${FROM}/LISENSI.txt"
    File "${FROM}/LISENSI-PIHAK-KETIGA.txt"
    File "${FROM}/sandika.cdx.json"
    WriteUninstaller "$INSTDIR\baru\hapus.exe"
    SetOutPath "$TEMP"
    ${If} ${Errors}
        StrCpy $Why "berkas tidak dapat ditulis di folder itu"
        Call GiveUp
    ${EndIf}
    ; A program that this Windows does not start, of another kind or held back by a rule, must not take the place of one that it does.
    ClearErrors
    nsExec::Exec '"$INSTDIR\baru\sandika.exe" --version'
    Pop $0
    ${If} $0 != 0
        StrCpy $Why "Windows menolak menjalankan program yang baru ($0)"
        Call GiveUp
    ${EndIf}
FunctionEnd

Function Swap
    RMDir /r "$INSTDIR\lama"
    CreateDirectory "$INSTDIR\lama"
    ClearErrors
    !insertmacro Each SetAside
    !insertmacro EachFormer SetAside
    !insertmacro Each PutInPlace
    ${If} ${Errors}
        !insertmacro Each TakeAway
        !insertmacro Each PutBack
        !insertmacro EachFormer PutBack
        StrCpy $Why "berkas program tidak dapat diganti"
        Call GiveUp
    ${EndIf}
    RMDir /r "$INSTDIR\lama"
    RMDir /r "$INSTDIR\baru"
FunctionEnd

Function Clean
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\baru"
    RMDir "$INSTDIR\lama"
    RMDir "$INSTDIR"
FunctionEnd

Function GiveUp
    Call Clean
    MessageBox MB_OK|MB_ICONSTOP "${APP} ${VERSION} tidak terpasang di $INSTDIR: $Why. Yang sudah terpasang sebelumnya tetap seperti semula, dan data kantor tidak disentuh. Pastikan disk masih longgar dan folder itu boleh ditulisi, lalu jalankan pemasang sekali lagi." /SD IDOK
    SetErrorLevel 6
    Quit
FunctionEnd

; The system itself stopped it, as on a full disk.
Function .onInstFailed
    Call Clean
    MessageBox MB_OK|MB_ICONSTOP "${APP} ${VERSION} tidak terpasang. Yang sudah terpasang sebelumnya tetap seperti semula, dan data kantor tidak disentuh. Pastikan disk masih longgar, lalu jalankan pemasang sekali lagi." /SD IDOK
FunctionEnd

Function .onInstSuccess
    ${If} $Updating == 1
        Exec '"$INSTDIR\${PROGRAM}"'
    ${EndIf}
FunctionEnd

; $0: its version, empty where it is missing.
Function FindBrowser
    SetRegView 32
    ReadRegStr $0 HKLM "SOFTWARE\${WEBVIEW2}" "pv"
    SetRegView 64
    ${If} $0 == ""
        ReadRegStr $0 HKCU "Software\${WEBVIEW2}" "pv"
    ${EndIf}
    ${If} $0 == "0.0.0.0"
        StrCpy $0 ""
    ${EndIf}
FunctionEnd

Function EnsureBrowser
    Call FindBrowser
    ${If} $0 != ""
        Return
    ${EndIf}
    StrCpy $1 ""
    !ifdef BROWSER
        InitPluginsDir
        SetOutPath "$PLUGINSDIR"
        File "/oname=${STANDALONE}" "${BROWSER}"
        StrCpy $1 "$PLUGINSDIR\${STANDALONE}"
    !else
        ${If} ${FileExists} "$EXEDIR\${STANDALONE}"
            StrCpy $1 "$EXEDIR\${STANDALONE}"
        ${EndIf}
    !endif
    ${If} $1 != ""
        DetailPrint "Memasang Microsoft Edge WebView2"
        ExecWait '"$1" /silent /install'
        Call FindBrowser
        ${If} $0 != ""
            Return
        ${EndIf}
    ${EndIf}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION "${APP} sudah terpasang, tetapi Microsoft Edge WebView2 belum ada di komputer ini. Tanpa itu jendelanya tidak dapat dibuka.$\r$\n$\r$\nBuka halaman unduhannya sekarang?$\r$\n$\r$\nKomputer tanpa internet: letakkan ${STANDALONE} di samping pemasang ini, lalu jalankan pemasang sekali lagi." /SD IDNO IDNO done
    ExecShell open "https://developer.microsoft.com/microsoft-edge/webview2/"
    done:
FunctionEnd

Section
    AddSize ${KIB}
    SetDetailsPrint listonly
    Call EnsureClosed
    Call Unpack
    Call Swap
    SetOutPath "$INSTDIR"
    CreateShortCut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${PROGRAM}"
    CreateShortCut "$DESKTOP\${APP}.lnk" "$INSTDIR\${PROGRAM}"
    WriteRegStr HKCU "${KEY}" "DisplayName" "${APP}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\hapus.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\hapus.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
    Call EnsureBrowser
SectionEnd

Section Uninstall
    Call un.EnsureClosed
    SetOutPath "$TEMP"
    !insertmacro Each Remove
    RMDir /r "$INSTDIR\baru"
    RMDir /r "$INSTDIR\lama"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${APP}.lnk"
    Delete "$DESKTOP\${APP}.lnk"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegValue HKCU "${RUN}" "${APP}"
    DeleteRegValue HKCU "${APPROVED}" "${APP}"
SectionEnd
