/** What every visitor gets to see. */
export function render(version: string): string {
  return `harbour ${version}\n`;
}
