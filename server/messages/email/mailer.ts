import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Instant } from '../../shared/dates';
import type { MailText } from './composeMail';

/** One e-mail. The same `id` is the same e-mail, however often it is sent: receivers tell by its Message-ID. */
export type Mail = MailText & { readonly id: string; readonly to: string; readonly at: Instant };

export type Mailer = { readonly send: (mail: Mail) => Promise<void>; readonly close: () => void };

/** How long the other side may take for each step of taking a mail, in milliseconds. */
const patience = 15_000;

/** Hands mails to an SMTP server: `smtps://user:password@host:465`, or `smtp://…` with STARTTLS where the server offers it. */
export function smtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
  return {
    async send(mail) {
      await transport.sendMail(optionsOf(mail, from));
    },
    close: () => transport.close(),
  };
}

/** Writes mails as `.eml` files into `folder`, one for each id: what a platform without a mail server sends can be read there. */
export function fileMailer({ folder, from }: { readonly folder: string; readonly from: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(optionsOf(mail, from));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${mail.id}.eml`);
      await writeFile(`${path}.part`, message as Buffer);
      await rename(`${path}.part`, path);
    },
    close: () => undefined,
  };
}

const optionsOf = ({ id, to, subject, text, at }: Mail, from: string): SendMailOptions => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  date: at,
  messageId: `<${id}@rongqiao>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
