import { toRasterSize } from '#core/exporters/svg/raster-size.ts';
import type { MapPicture } from '#core/exporters/svg/map-svg.ts';

/** Draws a picture as PNG, with the fonts of this machine. Rejects when the picture can't be drawn. */
export async function drawPng(picture: MapPicture): Promise<Uint8Array> {
  const { scale } = toRasterSize(picture);
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const brush = canvas.getContext('2d');
    if (brush === null) throw new Error('no canvas');
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
