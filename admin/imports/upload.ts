import { HttpError } from 'react-admin';
import type { Refused } from '../client';

export type Upload = { readonly uploadId: string; readonly fileName: string; readonly bytes: number };

type Answer = Partial<Upload> & { readonly errors?: readonly { readonly message: string; readonly extensions?: Refused }[] };

/**
 * Sends one file to the platform and tells how many per cent have left. By XMLHttpRequest, since fetch does not tell
 * how far an upload has come. Refusals become an HttpError with the server's sentence.
 */
export function uploadFile(file: File, options: { locale: string; onPercent: (percent: number) => void }): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/import/upload');
    request.setRequestHeader('x-requested-with', 'rongqiao');
    request.setRequestHeader('accept-language', options.locale);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => options.onPercent(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const answer = request.response as Answer | null;
      const [error] = answer?.errors ?? [];
      if (error) reject(new HttpError(error.message, request.status, { ...error.extensions }));
      else if (answer && isUpload(answer)) resolve(answer);
      else reject(unreachable());
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

const isUpload = (answer: Answer): answer is Upload => typeof answer.uploadId === 'string';

const unreachable = () => new HttpError('rongqiao.shared.error.unreachable', 0, { code: 'UNREACHABLE' });
