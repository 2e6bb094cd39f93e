import { HostError } from '../../panel/host';

/** The server's functions as its own exports have them; those for menus and triggers are none of the sidebar's. */
type Server = Omit<
  typeof import('../server/entry'),
  'onInstall' | 'onOpen' | 'scoreFromMenu' | 'stampFromMenu' | 'consolidateFromMenu' | 'openPanel'
>;
/** What such a function answers where it did not fail. */
export type ResultOf<Reply> = Extract<Reply, { readonly result: unknown }>['result'];

/** Calls the server; a failure, foreseen or not, is thrown as a `HostError`. */
export type CallServer = <Name extends keyof Server>(
  name: Name,
  ...given: Parameters<Server[Name]>
) => Promise<ResultOf<ReturnType<Server[Name]>>>;

/** https://developers.google.com/apps-script/guides/html/reference/run */
interface Runner {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  readonly [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner } };

/** What did not even reach our code: consent, connection, time. Google's texts come in the account's language, so none is shown. */
function unreached(error: Error): HostError {
  const text = String(error?.message ?? '');
  if (/authori[sz]ation|permission|ủy quyền|cấp quyền|quyền/i.test(text)) {
    return new HostError(
      'unsupported',
      'Google chưa cho phép chương trình chạy trên bảng tính này. Đóng ngăn, bấm lại trong thực đơn và đồng ý khi Google hỏi.',
      'consent',
    );
  }
  if (/network|connection|HTTP 0|kết nối/i.test(text)) {
    return new HostError('failed', 'Mất kết nối với Google nên chưa làm xong. Kiểm tra mạng rồi bấm lại.', 'connection');
  }
  if (/maximum execution time|timed out|thời gian/i.test(text)) {
    return new HostError('too-large', 'Google dừng vì chạy quá 6 phút. Chép các trang chấm điểm sang một bảng tính mới rồi chấm.', 'time');
  }
  return new HostError('failed', 'Google báo lỗi nên chưa làm xong. Đợi một lát rồi bấm lại.', error?.name ?? '');
}

interface Reply {
  readonly result?: unknown;
  readonly failure?: { readonly code: HostError['code']; readonly message: string; readonly detail: string };
}

export const callServer: CallServer = (name, ...given) =>
  new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        const reply = answer as Reply | null;
        if (reply?.failure) reject(new HostError(reply.failure.code, reply.failure.message, reply.failure.detail));
        else resolve(reply?.result as never);
      })
      .withFailureHandler((error) => reject(unreached(error)));
    // Google takes plain JSON values only; a field without a value would be refused.
    (runner[name] as (...plain: unknown[]) => void)(...(JSON.parse(JSON.stringify(given)) as unknown[]));
  });
