/** The scheme and the host that the page of the shell is served at. */
export const pageScheme = 'app';
/** The host part of the page's address. */
export const pageHost = 'rehome';
/** The address of the page. */
export const pageAddress = `${pageScheme}://${pageHost}/index.html`;

/** Whether an address belongs to the page of Rehome itself. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${pageScheme}:` && host === pageHost;
  } catch {
    return false;
  }
}
