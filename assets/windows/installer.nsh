; Windows looks at the last part of a file's name only, so that nothing would ever be opened by ".rehome.json". Rehome is therefore offered
; for JSON files ("Open with"); it is taken away from no other program. The class "Rehome plan" is made by the file association.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Rehome plan" ""
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Rehome plan"
!macroend
