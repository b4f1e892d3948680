import { Fragment } from 'react';

/** A domain, path or name that is broken behind its dots, hyphens and slashes rather than anywhere. */
export function Breakable({ words }: { readonly words: string }) {
  return words.split(/(?<=[.\-_/@:])(?=[^\s.\-_/@:])/u).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
