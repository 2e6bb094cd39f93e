/** A text that the build laid into the page as an inert script element, `&` and `<` written as entities so that nothing in it ends the element. */
export function inertText(id: string): string {
  return (document.getElementById(id)?.textContent ?? '').replace(/&lt;/g, '<').replace(/&amp;/g, '&');
}

/** Bytes that were laid into the page as base64. */
export function inertBytes(id: string): Uint8Array {
  const characters = atob(inertText(id).trim());
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
