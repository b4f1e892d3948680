/** A file of a drop with its path below the dropped folder. */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

async function readEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

async function readEntry(entry: FileSystemEntry, path: string): Promise<DroppedFile[]> {
  // Hidden files and version control are never an inventory.
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ name: `${path}${entry.name}`, file }];
  }
  if (!isDirectory(entry)) return [];
  const found: DroppedFile[] = [];
  for (const each of await readEntries(entry.createReader())) {
    found.push(...(await readEntry(each, `${path}${entry.name}/`)));
  }
  return found;
}

/** All files of a drop, folders opened. Call it inside the drop event: the browser forgets the items afterwards. */
export async function readDrop(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: DroppedFile[] = [];
  for (const { entry, file } of entries) {
    if (entry !== null && isDirectory(entry)) found.push(...(await readEntry(entry, '')));
    else if (file !== null) found.push({ name: file.name, file });
  }
  return found;
}
