import { useCallback } from 'react';
import { exportText as text } from '#text/export.ts';
import type { MadeExport } from './make-export.ts';
import styles from './ExportDialog.module.css';

const previewCharacters = 6000;
const mostPictureCharacters = 4_000_000;

/** A picture by a short-lived address: the page's policy lets nothing else in. */
function Picture({ svg, name }: { readonly svg: string; readonly name: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [svg],
  );
  return <img className={styles['picture']} ref={show} alt={name} />;
}

/** The beginning of a text; of a web page what stands behind its style. */
function toShownText(content: string): string {
  const body = content.indexOf('<body>');
  const start = content.startsWith('<!DOCTYPE html>') && body > 0 ? body : 0;
  return content.slice(start, start + previewCharacters);
}

/** The first file of an export, as text or as the picture that it is. */
export function ExportPreview({ made, state }: { readonly made: MadeExport; readonly state: string }) {
  const { picture, files } = made;
  if (picture !== null) {
    return (
      <div className={styles['frame']}>
        {picture.svg.length > mostPictureCharacters ? (
          <p>{text.largePicture}</p>
        ) : (
          <Picture svg={picture.svg} name={text.pictureOf(state)} />
        )}
      </div>
    );
  }
  const [first] = files;
  if (first === undefined || typeof first.content !== 'string') return null;
  return (
    // A long file is scrolled with the keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles['preview']} aria-label={text.preview} tabIndex={0}>
      {toShownText(first.content)}
    </pre>
  );
}
