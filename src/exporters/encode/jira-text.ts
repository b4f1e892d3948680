import { toPlainLine } from './plain-line.ts';

/** A text as one line of Jira's wiki markup that shows just these characters. */
export function toJiraText(text: string): string {
  return toPlainLine(text).replace(/[\\{}[\]*_\-+^~|!?#@<>()&]/gu, (sign) => {
    // Jira takes references for signs that a backslash does not take the meaning from.
    return /[<>&@#?()]/u.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`;
  });
}
