/**
 * The same pure function of a text, with its latest answers kept: labels, headings and scales come back in every sheet and every workbook.
 * What is kept never changes an answer. At most twice `capacity` texts of at most `longest` characters are kept: when one generation is full
 * the one before it is forgotten, so that what keeps coming back stays while what comes once passes through.
 */
export function rememberTexts<Answer>(compute: (text: string) => Answer, capacity = 4096, longest = 400): (text: string) => Answer {
  let latest = new Map<string, Answer>();
  let before = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const known = latest.get(text);
    if (known !== undefined) return known;
    if (latest.has(text)) return known as unknown as Answer;
    const kept = before.get(text);
    const answer = kept !== undefined || before.has(text) ? (kept as Answer) : compute(text);
    if (latest.size >= capacity) {
      before = latest;
      latest = new Map();
    }
    latest.set(text, answer);
    return answer;
  };
}
