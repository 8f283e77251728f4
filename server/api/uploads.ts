import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { admit, signedIn, working } from '../graphql/guard';
import { dropUpload, keepUpload } from '../imports/uploads';
import { invalidInput, notAllowed } from '../shared/refusals';
import { bodyTooLarge } from './limits';
import { requestContext, type Surroundings } from './requestContext';

export type UploadOptions = Surroundings & { readonly config: Surroundings['config'] & Pick<Config, 'uploadMegabytesMax'> };

/** Those who have something to import; whose records they are, the import itself decides. */
const uploaders = { kinds: ['operator', 'department', 'bank'] as const, ...working };

/**
 * `POST /import/upload`: one file, streamed to the data folder; answers `{uploadId, fileName, bytes}` for startImport.
 * A form of another site can send multipart with the session's cookie, so a header that forms cannot send is asked for.
 */
export async function serveUploads(app: FastifyInstance, options: UploadOptions): Promise<void> {
  const bytesMax = options.config.uploadMegabytesMax * 1024 * 1024;
  await app.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 0, fileSize: bytesMax } });
    scope.post('/import/upload', async (request, reply) => {
      if (request.headers['x-requested-with'] !== 'rongqiao') throw foreignForm();
      const context = await requestContext(options, request, reply);
      admit(uploaders, context);
      const file = await theFile(request);
      const { actor } = signedIn(context);
      const upload = await keepUpload(actor, { uploadId: options.newId(), fileName: file.filename, content: file.file });
      if (!file.file.truncated) return upload;
      dropUpload(actor, upload.uploadId);
      throw bodyTooLarge(bytesMax);
    });
  });
}

async function theFile(request: FastifyRequest): Promise<MultipartFile> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file) return file;
  throw invalidInput('file', null, 'upload.missing', {
    zh: '请求中没有文件：请以 multipart/form-data 提交一个文件。',
    en: 'The request has no file: send one as multipart/form-data.',
  });
}

const foreignForm = () =>
  notAllowed(
    { zh: '缺少请求头 x-requested-with: rongqiao，已拒绝。', en: 'Refused: the header x-requested-with: rongqiao is missing.' },
    { rule: 'upload.requestedWith' },
  );
