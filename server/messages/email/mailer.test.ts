import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { worldBegins } from '../../../tests/support/world';
import { fileMailer, type Mail, smtpMailer } from './mailer';

const mail: Mail = {
  id: '0192-delivery',
  to: 'lina@bank.example',
  subject: '【融桥】「德税贷」已暂停',
  text: '「德税贷」已暂停\n\n- 原因：年度检查\n',
  at: worldBegins,
};
const from = '融桥 <no-reply@rongqiao.example>';

describe('a mailer that writes files', () => {
  it('writes one file for each e-mail, however often it is sent', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mails-')), 'outbox');
    const mailer = fileMailer({ folder, from });
    await mailer.send(mail);
    await mailer.send(mail);
    expect(readdirSync(folder)).toEqual(['0192-delivery.eml']);
    const written = readFileSync(join(folder, '0192-delivery.eml'), 'utf8');
    expect(written).toContain('To: lina@bank.example');
    expect(written).toContain('Message-ID: <0192-delivery@rongqiao>');
    expect(written).toContain('Date: Mon, 23 Nov 2026 02:00:00 +0000');
    expect(written).toContain('Auto-Submitted: auto-generated');
  });
});

describe('a mailer that speaks SMTP', () => {
  let server: Server;
  let heard: string;
  let answerToRecipient: string;

  beforeAll(async () => {
    server = createServer(socket => {
      let isData = false;
      socket.write('220 test\r\n');
      socket.on('data', bytes => {
        const said = bytes.toString();
        heard += said;
        if (isData) {
          if (!said.endsWith('\r\n.\r\n')) return;
          isData = false;
          socket.write('250 taken\r\n');
        } else if (said.startsWith('DATA')) {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (said.startsWith('RCPT')) socket.write(answerToRecipient);
        else if (said.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    heard = '';
    answerToRecipient = '250 ok\r\n';
  });
  afterAll(() => {
    server.close();
  });
  const mailer = () => smtpMailer({ url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from });

  it('hands the e-mail to the server', async () => {
    await mailer().send(mail);
    expect(heard).toContain('MAIL FROM:<no-reply@rongqiao.example>');
    expect(heard).toContain('RCPT TO:<lina@bank.example>');
    expect(heard).toContain('Message-ID: <0192-delivery@rongqiao>');
  });

  it('says with which status the server refused', async () => {
    answerToRecipient = '550 no such mailbox\r\n';
    await expect(mailer().send(mail)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('cannot be talked into another recipient or header', async () => {
    await mailer().send({ ...mail, subject: 'a\r\nBcc: other@bank.example' });
    expect(heard).not.toMatch(/^Bcc:/m);
    expect(heard.match(/RCPT TO/g)).toHaveLength(1);
  });
});
