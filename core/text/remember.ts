/**
 * The same pure function of a text, with its latest answers kept: labels, headings and scales come back in every sheet and every workbook.
 * What is kept never changes an answer. At most `capacity` texts of at most `longest` characters are kept; a full memory is emptied.
 */
export function rememberTexts<Answer>(compute: (text: string) => Answer, capacity = 8192, longest = 400): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as Answer;
    const answer = compute(text);
    if (known.size >= capacity) known.clear();
    known.set(text, answer);
    return answer;
  };
}
