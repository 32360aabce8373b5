/** Hands a file that was made in the browser to the person, as a download. */
export function saveFile({ bytes, type, name }: { bytes: Uint8Array<ArrayBuffer>; type: string; name: string }): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
