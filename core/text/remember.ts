/** Answers by key, the latest of them. */
export interface Memory<Answer> {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
}

/**
 * Keeps the latest answers, between `capacity` and twice as many: when one generation is full the one before it is forgotten, so that what keeps
 * coming back stays while what comes once passes through.
 */
export function boundedMemory<Answer>(capacity: number): Memory<Answer> {
  let latest = new Map<string, Answer>();
  let before = new Map<string, Answer>();
  const set = (key: string, answer: Answer): void => {
    if (latest.size >= capacity) {
      before = latest;
      latest = new Map();
    }
    latest.set(key, answer);
  };
  return {
    get(key) {
      const known = latest.get(key);
      if (known !== undefined) return known;
      const kept = before.get(key);
      if (kept !== undefined) set(key, kept);
      return kept;
    },
    set,
  };
}

/**
 * The same pure function of a text, with its latest answers kept: labels, headings and scales come back in every sheet and every workbook.
 * What is kept never changes an answer. At most twice `capacity` texts of at most `longest` characters are kept (`boundedMemory`); the answer
 * undefined is not.
 */
export function rememberTexts<Answer>(compute: (text: string) => Answer, capacity = 4096, longest = 400): (text: string) => Answer {
  const memory = boundedMemory<Answer>(capacity);
  return (text) => {
    if (text.length > longest) return compute(text);
    const known = memory.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    memory.set(text, answer);
    return answer;
  };
}
