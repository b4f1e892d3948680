/** Words of the export dialog. */
export const exportText = {
  title: 'Export',
  format: 'Format',
  phase: 'Part',
  wholePlan: 'The whole plan',
  without: 'Without sources',
  withoutNotes: 'Without notes',
  preview: 'Preview',
  files: (names: readonly string[]): string => names.join(', '),
  notFitted: (field: string, count: number): string => `${field}: ${count} did not fit the format`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. Save the file instead.',
  save: 'Save',
  saveAll: (count: number): string => `Save ${count} files`,
  close: 'Close',
} as const;
