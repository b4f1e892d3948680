import { expect, test } from '#support/launch-app.ts';

test('text is drawn with the font that Rehome brings, where the system has none of the kind', async ({
  app,
}) => {
  test.skip(process.platform !== 'linux', 'macOS and Windows have fonts of their own, which come first');
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Import an inventory', exact: true })).toBeVisible();
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts].filter((face) => face.status === 'loaded');
    return faces.map((face) => `${face.family.replaceAll('"', '')} ${face.unicodeRange.split(',')[0]}`);
  });
  expect(loaded).toContain('Inter U+0-FF');
  // Latin text reads no file of another script.
  expect(loaded.filter((face) => !face.endsWith('U+0-FF') && !face.endsWith('U+100-2BA'))).toEqual([]);
});
