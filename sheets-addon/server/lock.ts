import { refusal } from './failure';

/** How long a reading waits for another one, in milliseconds; writing never waits. */
export const READING_WAITS = 20000;
export const WRITING_WAITS = 100;

/**
 * Runs a job that must not overlap with another one on the same spreadsheet, whoever clicked.
 * @throws a refusal in words where another one is still running.
 */
export function whileAlone<Result>(waits: number, job: () => Result): Result {
  const lock = LockService.getDocumentLock();
  // Only a script that is bound to no document gets none; then there is nothing to overlap with.
  if (lock === null) return job();
  if (!lock.tryLock(waits))
    throw refusal('busy', 'Một lượt chấm hoặc ghi khác trên bảng tính này chưa xong. Đợi vài giây rồi bấm lại.', 'lock');
  try {
    return job();
  } finally {
    lock.releaseLock();
  }
}
