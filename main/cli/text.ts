/** A number of things in words: `1 file`, `3 files`. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 0)} MiB`;
}

/** A sentence as it is printed: one line, beginning with who speaks. */
function said(sentence: string): string {
  return `rehome: ${sentence.replaceAll(/\s*[\r\n]+\s*/gu, ' ')}`;
}

/** All words that a person reads on the command line; those of each command stand in `command-text.ts`. */
export const text = {
  counted,
  said,
  newPlan: 'New plan',
  internal: (message: string): string =>
    said(
      `something went wrong inside Rehome (${message}); no file was changed. Please report this sentence.`,
    ),
  help: {
    head: [
      'Rehome plans the move of servers: it imports what you have, checks every state on the way, and exports the plan.',
      '',
      '  rehome <command> [options]',
    ],
    commands: 'Commands',
    options: 'Options',
    helpOption: 'show this help',
    foot: [
      'Help for one command: rehome <command> --help. "-" stands for standard input or output.',
      'Exit codes: 0 done; 1 done, and there are errors among the findings; 2 wrong usage or unreadable input.',
    ],
  },
  usage: {
    unknownCommand: (name: string, known: string): string =>
      said(`there is no command "${name}". Commands are: ${known}. See rehome --help.`),
    wrong: (words: string, command: string): string => `${words}. See rehome ${command} --help.`,
    twice: (option: string, command: string): string =>
      `--${option} is given twice, give it once. See rehome ${command} --help.`,
    empty: (option: string, usage: string): string => `--${option} needs a value. Usage: rehome ${usage}`,
    tooFew: (usage: string): string => `something is missing. Usage: rehome ${usage}`,
    tooMany: (word: string, usage: string): string =>
      `"${word}" is one word too many. Usage: rehome ${usage}`,
    missingOption: (option: string, usage: string): string =>
      `--${option} is missing. Usage: rehome ${usage}`,
    bothFromInput: 'only one of the two can come from standard input ("-"); name a file for the other.',
    bothToOutput:
      'the plan and the JSON answer cannot both go to standard output; give --out a file name, or leave out --json.',
  },
  files: {
    standardInput: 'standard input',
    standardInputName: 'stdin',
    tooLarge: (path: string, limit: number, found: number): string =>
      `${path} has ${mebibytes(found)} and a file may have at most ${mebibytes(limit)}; split it or leave parts out.`,
    notRegular: (path: string, folder: boolean): string =>
      folder
        ? `${path} is a folder where a file is needed; name a file in it.`
        : `${path} is not a regular file (a device, pipe or socket); copy its content into a file first.`,
    growing: (path: string): string => `${path} grew while it was read; try again when nothing writes to it.`,
    notUtf8: (path: string): string => `${path} is not UTF-8 text; save it as UTF-8 and try again.`,
    cannotRead: (path: string, why: string): string => `${path} can't be read: ${why}`,
    cannotWrite: (path: string, why: string): string =>
      `${path} can't be written: ${why} Every file is as it was.`,
    isFile: (path: string): string => `${path} is a file; name a folder, or a new one, to write to.`,
    isFolder: (path: string): string => `${path} is a folder; name a file to write.`,
    tooMany: (limit: number): string =>
      `there are more than ${limit} files in these folders; name the ones that matter.`,
    nothingInside: (paths: string): string => `there is no file in ${paths}; name a file or another folder.`,
  },
  systemErrorUnknown: (code: string): string =>
    `the system refused (${code === '' ? 'no reason given' : code}).`,
  systemErrors: {
    ENOENT: 'there is no such file or folder; check the path.',
    EACCES: 'permission denied; check who may read and write there.',
    EPERM: 'the system does not permit it; check who may read and write there.',
    EISDIR: 'it is a folder; name a file.',
    ENOTDIR: 'a part of the path is a file, not a folder; check the path.',
    ELOOP: 'its links lead in a circle; check the links.',
    ENXIO: 'it is a device or pipe that nothing answers at; name a file.',
    ENOSPC: 'the disk is full; make room and try again.',
    EDQUOT: 'the disk quota is used up; make room and try again.',
    EROFS: 'the disk is read-only; choose another place.',
    ENAMETOOLONG: 'the name is too long; shorten it.',
    EMFILE: 'too many files are open; close some programs and try again.',
    EIO: 'the disk reported an error; check the disk.',
    EBUSY: 'it is in use; try again later.',
    ERR_INVALID_ARG_VALUE: 'the path holds a character that no path can hold.',
  } as Readonly<Record<string, string | undefined>>,
};
