/**
 * Foreign text in a text run. It knows no Markdown, yet Adaptive Cards put the time of the reader in place of `{{DATE(…)}}` and `{{TIME(…)}}`
 * (learn.microsoft.com/adaptive-cards/authoring-cards/text-features, "Date and time formatting"); an invisible space keeps the words.
 */
export function escapeTeams(text: string): string {
  return text.replace(/\{(?=\{(?:DATE|TIME)\()/giu, '{\u200B');
}
