/** Words of the bridge: what a person reads when the part behind the page can't be reached. */
export const bridgeText = {
  noToken:
    'This address has no key. Open the link that Rehome printed in the terminal, or run `npm start` again. Nothing is lost.',
  unreachable: 'Rehome does not answer. Is it still running in the terminal? What is shown as saved is safe.',
  notReadable: 'The file could not be read.',
  onlyHttps: 'Only https addresses without a name and password in them are opened.',
  planFiles: 'Rehome plans',
} as const;
