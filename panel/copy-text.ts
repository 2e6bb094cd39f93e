/** Puts a text on the clipboard. A pane in a frame may not use the newer way; the older one needs a selected text on the page. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // The older way below.
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'aside';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('not copied');
}
