import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../tests/support/identity';
import { aDraft, aPublished, aSubmitted, terms } from '../../tests/support/products';
import { openWorld, type World } from '../../tests/support/world';
import { auditEntries } from '../audit/tables';
import type { Actor } from '../shared/actor';
import type { RefusalCode } from '../shared/refusals';
import { allowedVerbs } from './access';
import { createProduct } from './createProduct';
import { publishProduct } from './publishProduct';
import { productOf, versionsOfProduct } from './queries';
import { readTerms } from './readTerms';
import { resumeProduct } from './resumeProduct';
import { returnProduct } from './returnProduct';
import { submitProduct } from './submitProduct';
import { suspendProduct } from './suspendProduct';
import { type Product, productTraits, productVersions } from './tables';
import { updateProduct } from './updateProduct';
import { rewriteVersion } from './versions';
import { withdrawProduct } from './withdrawProduct';

let world: World;
let bank: Actor;
let rival: Actor;
let operator: Actor;
let firm: Actor;

beforeEach(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  rival = await anActor(world, 'bank');
  operator = await anActor(world, 'operator');
  firm = await anActor(world, 'enterprise');
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: Product) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const auditOf = async (product: Product) =>
  (await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, product.id)).orderBy(auditEntries.seq)).map(
    ({ verb, reason }) => [verb, reason],
  );

describe('createProduct', () => {
  it('opens a draft of the bank with version 1 of its terms', async () => {
    const product = await createProduct(as(bank), { ...terms(), code: ' D-01 ' });
    expect(product).toMatchObject({ institutionId: bank.organisationId, code: 'D-01', listing: 'unlisted', revision: 'draft' });
    const view = await productOf(world.db.read, bank, product.id);
    expect(view.terms).toMatchObject({ number: 1, name: '德税贷', publishedAt: null, amountFenMax: 300_000_000 });
    expect(view.terms.ruleDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(await auditOf(product)).toEqual([['createProduct', null]]);
  });

  it('refuses the same code of the same institution, and takes it of another', async () => {
    await createProduct(as(bank), { ...terms(), code: 'D-01' });
    await expect(createProduct(as(bank), { ...terms(), code: 'D-01' })).rejects.toMatchObject(
      refused('CONFLICT', { field: 'code' }),
    );
    await expect(createProduct(as(rival), { ...terms(), code: 'D-01' })).resolves.toBeDefined();
  });

  it('lets the operator draw one up for an active bank, and nobody for another', async () => {
    const product = await createProduct(as(operator), { ...terms(), institutionId: bank.organisationId });
    expect(product).toMatchObject({ institutionId: bank.organisationId, draftedBy: 'operator' });
    await expect(createProduct(as(operator), terms())).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'institutionId' }),
    );
    const closed = await anOrganisation(world, { kind: 'bank', status: 'suspended' });
    await expect(createProduct(as(operator), { ...terms(), institutionId: closed.id })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'institutionId' }),
    );
    await expect(createProduct(as(rival), { ...terms(), institutionId: bank.organisationId })).rejects.toMatchObject(
      refused('NOT_ALLOWED'),
    );
    await expect(createProduct(as(firm), terms())).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(createProduct(as({ ...bank, role: 'auditor' }), terms())).rejects.toMatchObject(refused('NOT_ALLOWED'));
  });
});

describe('updateProduct', () => {
  it('replaces the terms of a draft and what lists find it by', async () => {
    const draft = await aDraft(world, bank);
    const saved = await updateProduct(as(bank), { ...at(draft), terms: terms({ name: '新名贷', labels: ['green'] }) });
    expect(saved.version).toBe(2);
    const view = await productOf(world.db.read, bank, draft.id);
    expect(view.terms).toMatchObject({ number: 1, name: '新名贷', labels: ['green'] });
    const labels = await world.db.read.select().from(productTraits).where(eq(productTraits.kind, 'label'));
    expect(labels.map(({ code }) => code)).toEqual(['green']);
  });

  it('opens the next version of a published product, which stays in force as it is', async () => {
    const published = await aPublished(world, bank);
    const edited = await updateProduct(as(bank), { ...at(published), terms: terms({ name: '二代贷' }) });
    expect(edited).toMatchObject({ listing: 'published', revision: 'draft', currentVersionId: published.currentVersionId });
    expect((await productOf(world.db.read, firm, published.id)).terms.name).toBe('德税贷');
    const again = await updateProduct(as(bank), { ...at(edited), terms: terms({ name: '三代贷' }) });
    expect(again.draftVersionId).toBe(edited.draftVersionId);
    expect((await versionsOfProduct(world.db.read, bank, published.id)).map(({ number, name }) => [number, name])).toEqual([
      [2, '三代贷'],
      [1, '德税贷'],
    ]);
    expect(await versionsOfProduct(world.db.read, firm, published.id)).toHaveLength(1);
  });

  it('refuses the wrong person, a stale version and a product in review', async () => {
    const draft = await aDraft(world, bank);
    const change = { ...at(draft), terms: terms() };
    await expect(updateProduct(as(rival), change)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(updateProduct(as(operator), change)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(updateProduct(as({ ...bank, role: 'auditor' }), change)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(updateProduct(as(bank), { ...change, version: 7 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    const submitted = await submitProduct(as(bank), at(draft));
    await expect(updateProduct(as(bank), { ...at(submitted), terms: terms() })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
  });

  it('never reaches a published version', async () => {
    const published = await aPublished(world, bank);
    const versionId = published.currentVersionId ?? '';
    await expect(world.db.write(tx => rewriteVersion(tx, versionId, readTerms(terms({ name: '篡改' }))))).rejects.toThrow(
      'not a draft',
    );
    const [kept] = await world.db.read.select().from(productVersions).where(eq(productVersions.id, versionId));
    expect(kept?.name).toBe('德税贷');
  });
});

describe('submitProduct and returnProduct', () => {
  it('hands the draft to the operator and back with the reason', async () => {
    const submitted = await aSubmitted(world, bank);
    expect(submitted).toMatchObject({ listing: 'unlisted', revision: 'inReview' });
    const returned = await returnProduct(as(operator), { ...at(submitted), reason: ' 请补充利率 ' });
    expect(returned).toMatchObject({ revision: 'draft', stateReason: '请补充利率' });
    expect(await submitProduct(as(bank), at(returned))).toMatchObject({ revision: 'inReview', stateReason: null });
    expect((await auditOf(submitted)).map(([verb]) => verb)).toEqual([
      'createProduct',
      'submitProduct',
      'returnProduct',
      'submitProduct',
    ]);
  });

  it('refuses a draft that says nothing of who may have the loan', async () => {
    const silent = await aDraft(world, bank, { rule: { all: [] } });
    await expect(submitProduct(as(bank), at(silent))).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'rule.orConditions' }),
    );
    const spoken = await aDraft(world, bank, { rule: { all: [] }, conditionsText: '经营正常' });
    await expect(submitProduct(as(bank), at(spoken))).resolves.toMatchObject({ revision: 'inReview' });
  });

  it('refuses the wrong person, a missing reason, and a second time', async () => {
    const submitted = await aSubmitted(world, bank);
    await expect(submitProduct(as(bank), at(submitted))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    await expect(submitProduct(as(operator), at(submitted))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(returnProduct(as(bank), { ...at(submitted), reason: '自己退回' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(returnProduct(as(operator), { ...at(submitted), reason: ' ' })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'reason' }),
    );
  });
});

describe('publishProduct', () => {
  it('freezes the draft, and ends the version it replaces at the same moment', async () => {
    const first = await aPublished(world, bank);
    expect(first).toMatchObject({ listing: 'published', revision: 'none', draftVersionId: null, firstPublishedOn: '2026-11-23' });
    world.setNow(new Date('2026-12-01T02:00:00Z'));
    const edited = await updateProduct(as(bank), { ...at(first), terms: terms({ name: '二代贷' }) });
    const second = await publishProduct(as(operator), at(await submitProduct(as(bank), at(edited))));
    expect(second).toMatchObject({ firstPublishedOn: '2026-11-23', currentVersionId: edited.draftVersionId });
    const [newer, older] = await versionsOfProduct(world.db.read, firm, first.id);
    expect(newer).toMatchObject({ number: 2, publishedAt: world.now(), replacedAt: null });
    expect(older).toMatchObject({ number: 1, name: '德税贷', replacedAt: world.now() });
  });

  it('refuses the bank itself, a draft not submitted, and a second time', async () => {
    const submitted = await aSubmitted(world, bank);
    await expect(publishProduct(as(bank), at(submitted))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(publishProduct(as(rival), at(submitted))).rejects.toMatchObject(refused('NOT_FOUND'));
    const published = await publishProduct(as(operator), at(submitted));
    await expect(publishProduct(as(operator), at(submitted))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    await expect(publishProduct(as(operator), at(published))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
  });

  it('puts one of two at the same time', async () => {
    const submitted = await aSubmitted(world, bank);
    const results = await Promise.allSettled([
      publishProduct(as(operator), at(submitted)),
      publishProduct(as(operator), at(submitted)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('suspendProduct and resumeProduct', () => {
  it('takes it off the shelf for everyone else and puts it back unchanged', async () => {
    const published = await aPublished(world, bank);
    const suspended = await suspendProduct(as(bank), { ...at(published), reason: '额度用完' });
    expect(suspended).toMatchObject({ listing: 'suspended', suspendedBy: 'institution', stateReason: '额度用完' });
    await expect(productOf(world.db.read, firm, published.id)).rejects.toMatchObject(refused('NOT_FOUND'));
    const resumed = await resumeProduct(as(bank), at(suspended));
    expect(resumed).toMatchObject({ listing: 'published', suspendedBy: null, stateReason: null });
    expect(resumed.currentVersionId).toBe(published.currentVersionId);
  });

  it('keeps what the operator suspended until the operator resumes it', async () => {
    const published = await aPublished(world, bank);
    const suspended = await suspendProduct(as(operator), { ...at(published), reason: '宣传与合同不符' });
    await expect(resumeProduct(as(bank), at(suspended))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    expect(allowedVerbs(bank, suspended)).toEqual(['updateProduct', 'withdrawProduct']);
    await expect(resumeProduct(as(operator), at(suspended))).resolves.toMatchObject({ listing: 'published' });
  });

  it('refuses a draft, a missing reason and another bank', async () => {
    const draft = await aDraft(world, bank);
    await expect(suspendProduct(as(bank), { ...at(draft), reason: '不需要' })).rejects.toMatchObject(refused('CONFLICT'));
    const published = await aPublished(world, bank);
    await expect(suspendProduct(as(bank), { ...at(published), reason: '' })).rejects.toMatchObject(refused('INVALID_INPUT'));
    await expect(suspendProduct(as(rival), { ...at(published), reason: '竞争' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    for (const party of [bank, operator])
      await expect(resumeProduct(as(party), at(published))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
  });
});

describe('withdrawProduct', () => {
  it('ends it for good; its versions stay readable to its bank', async () => {
    const published = await aPublished(world, bank);
    const withdrawn = await withdrawProduct(as(bank), { ...at(published), reason: '产品升级' });
    expect(withdrawn).toMatchObject({ listing: 'withdrawn', revision: 'closed' });
    expect(allowedVerbs(bank, withdrawn)).toEqual([]);
    await expect(updateProduct(as(bank), { ...at(withdrawn), terms: terms() })).rejects.toMatchObject(refused('CONFLICT'));
    await expect(withdrawProduct(as(bank), { ...at(withdrawn), reason: '再次' })).rejects.toMatchObject(refused('CONFLICT'));
    expect(await versionsOfProduct(world.db.read, bank, published.id)).toHaveLength(1);
    expect((await auditOf(published)).at(-1)).toEqual(['withdrawProduct', '产品升级']);
  });

  it('refuses another bank and a missing reason', async () => {
    const published = await aPublished(world, bank);
    await expect(withdrawProduct(as(rival), { ...at(published), reason: '竞争' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(withdrawProduct(as(bank), { ...at(published), reason: '' })).rejects.toMatchObject(refused('INVALID_INPUT'));
  });
});
