/** The largest file that is read, in bytes: a text of more is no inventory. */
export const maxFileBytes = 64 * 1024 * 1024;
/** A plan file may be larger: one of 50,000 servers with 200,000 dependencies has about 100 MiB. */
export const maxPlanBytes = 160 * 1024 * 1024;

/** How many files one import takes from folders. */
export const maxFiles = 5_000;

/** How deep a folder is walked. */
export const maxDepth = 8;

/** Folders that never hold an inventory and are not walked. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform']);
