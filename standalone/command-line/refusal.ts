/** Why a job was not done: 2 bad arguments (nothing written), 3 a file that cannot be read. */
export interface Refusal extends Error {
  readonly refusalStatus: 2 | 3;
}

function refusal(refusalStatus: 2 | 3, message: string): Refusal {
  return Object.assign(new Error(message), { refusalStatus });
}

/** Bad arguments: exit status 2. `message` says in Vietnamese what is wrong and what is expected. */
export const badArguments = (message: string): Refusal => refusal(2, message);

/** A file that cannot be read: exit status 3. `message` says in Vietnamese why and what to do. */
export const unreadable = (message: string): Refusal => refusal(3, message);

/** True for what was thrown as a `Refusal`, whose sentence may be shown as it is. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Error && 'refusalStatus' in value;
}
