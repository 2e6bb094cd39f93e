const types: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

/** Hands bytes over as a file in the browser's folder of downloads. A browser never overwrites there: it numbers a second one. */
export function downloadFile(name: string, bytes: Uint8Array): void {
  const type = types[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers fetch the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
