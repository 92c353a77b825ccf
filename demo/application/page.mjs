/** What every visitor gets to see. */
export function render(version) {
  return `harbour ${version}\n`;
}
