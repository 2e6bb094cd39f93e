import { isHostError } from '../../panel/host';
import { assessOpenWorkbook, describeStamp, stampOpenWorkbook } from '../actions';
import { answerOf } from './answer';
import type { Answer } from './answer';

/** What the commands ask of the page around them. */
export interface CommandParts {
  /** Shows an answer and comes back when it is closed. */
  show(answer: Answer): Promise<void>;
  /** Lets the pane know that a command has run. */
  tellPane(): void;
  /** The time, ISO 8601. */
  now(): string;
}

/** What Excel hands to a function command. */
export interface CommandEvent {
  completed(): void;
}

const FAILED = 'Có lỗi ngoài dự tính nên chưa làm xong. Hãy mở ngăn chấm điểm và thử lại ở đó.';

/** Excel ends a command after five minutes; before that it is told that this one is over, whatever still goes on. */
const LONGEST = 285000;

/** Runs one command: whatever happens is answered in words, and Excel is always told, once, that the command is over. */
async function run(event: CommandEvent, parts: CommandParts, job: () => Promise<Answer>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST);
  });
  try {
    await Promise.race([late, answer(parts, job)]);
  } catch {
    // Where Excel shows no dialog the pane still has the result.
  } finally {
    clearTimeout(timer);
    event.completed();
  }
}

async function answer(parts: CommandParts, job: () => Promise<Answer>): Promise<void> {
  let words: Answer;
  try {
    words = await job();
    parts.tellPane();
  } catch (error) {
    words = { heading: 'Chưa làm được', lines: [isHostError(error) ? error.message : FAILED] };
  }
  await parts.show(words);
}

/** The ribbon's *Chấm điểm*: assesses the open workbook and says how it stands. Writes nothing. */
export function scoreWorkbook(event: CommandEvent, parts: CommandParts): Promise<void> {
  return run(event, parts, async () => answerOf((await assessOpenWorkbook({})).assessment));
}

/** The ribbon's *Ghi bảng kết quả*: assesses the open workbook and writes the result sheet. */
export function stampResult(event: CommandEvent, parts: CommandParts): Promise<void> {
  return run(event, parts, async () => {
    const request = { options: {}, findingsSheet: false, assignment: null, handEntries: {} };
    const stamped = await stampOpenWorkbook(request, parts.now());
    const { heading, lines } = answerOf(stamped.assessment);
    return { heading: describeStamp(stamped), lines: [heading, ...lines] };
  });
}
