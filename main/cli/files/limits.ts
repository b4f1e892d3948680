/** The largest file that is read, in bytes: a text of more is no inventory. */
export const maxFileBytes = 64 * 1024 * 1024;

/** How many files one import takes from folders. */
export const maxFiles = 5_000;

/** How deep a folder is walked. */
export const maxDepth = 8;

/** Folders that never hold an inventory and are not walked. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform']);
