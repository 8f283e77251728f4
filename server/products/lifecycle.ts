import { type Lifecycle, nextState, verbsFrom } from '../shared/lifecycle';

/**
 * A product is two things at once: its place on the shelf, and the revision of its terms that is being worked on. A
 * published product stays in force while its next version is drafted and reviewed, so each has a lifecycle of its own.
 */
export const listings = ['unlisted', 'published', 'suspended', 'withdrawn'] as const;
export type Listing = (typeof listings)[number];

export const revisions = ['none', 'draft', 'inReview', 'closed'] as const;
export type Revision = (typeof revisions)[number];

export const productStates = ['draft', 'inReview', 'published', 'suspended', 'withdrawn'] as const;
export type ProductState = (typeof productStates)[number];

const product = { zh: '产品', en: 'product' };

export const revisionLifecycle: Lifecycle<Revision, 'update' | 'submit' | 'return' | 'publish' | 'withdraw'> = {
  label: product,
  states: {
    none: { zh: '没有待修订内容', en: 'nothing under revision' },
    draft: { zh: '草稿', en: 'draft' },
    inReview: { zh: '审核中', en: 'in review' },
    closed: { zh: '已下架', en: 'withdrawn' },
  },
  verbs: {
    update: { from: ['none', 'draft'], to: 'draft', label: { zh: '编辑', en: 'edit' } },
    submit: { from: ['draft'], to: 'inReview', label: { zh: '提交审核', en: 'submit' } },
    return: { from: ['inReview'], to: 'draft', label: { zh: '退回修改', en: 'return' } },
    publish: { from: ['inReview'], to: 'none', label: { zh: '发布', en: 'publish' } },
    withdraw: { from: ['none', 'draft', 'inReview'], to: 'closed', label: { zh: '下架', en: 'withdraw' } },
  },
};

export const listingLifecycle: Lifecycle<Listing, 'publish' | 'suspend' | 'resume' | 'withdraw'> = {
  label: product,
  states: {
    unlisted: { zh: '未上架', en: 'not yet published' },
    published: { zh: '已发布', en: 'published' },
    suspended: { zh: '已暂停', en: 'suspended' },
    withdrawn: { zh: '已下架', en: 'withdrawn' },
  },
  verbs: {
    publish: { from: ['unlisted', 'published', 'suspended'], to: 'published', label: { zh: '发布', en: 'publish' } },
    suspend: { from: ['published'], to: 'suspended', label: { zh: '暂停', en: 'suspend' } },
    resume: { from: ['suspended'], to: 'published', label: { zh: '恢复', en: 'resume' } },
    withdraw: { from: ['unlisted', 'published', 'suspended'], to: 'withdrawn', label: { zh: '下架', en: 'withdraw' } },
  },
};

export type ProductVerb = keyof typeof revisionLifecycle.verbs | keyof typeof listingLifecycle.verbs;

/** Where a product stands in both lifecycles. */
export type Standing = { readonly listing: Listing; readonly revision: Revision };

/** The one word shown to people: the revision's until the product is first published, the shelf's afterwards. */
export const stateOf = ({ listing, revision }: Standing): ProductState =>
  listing !== 'unlisted' ? listing : revision === 'inReview' ? 'inReview' : 'draft';

/** Every verb of a product, in the order of the work. */
export const productVerbs: readonly ProductVerb[] = ['update', 'submit', 'return', 'publish', 'suspend', 'resume', 'withdraw'];

/** The standing after `verb`; refuses with CONFLICT a verb that either lifecycle does not allow from here. */
export const nextStanding = (standing: Standing, verb: ProductVerb): Standing => ({
  listing: isListingVerb(verb) ? nextState(listingLifecycle, standing.listing, verb) : standing.listing,
  revision: isRevisionVerb(verb) ? nextState(revisionLifecycle, standing.revision, verb) : standing.revision,
});

/** The verbs that both lifecycles allow from here, in the order of the work. */
export const verbsOf = ({ listing, revision }: Standing): ProductVerb[] =>
  productVerbs.filter(
    verb =>
      (!isListingVerb(verb) || verbsFrom(listingLifecycle, listing).includes(verb)) &&
      (!isRevisionVerb(verb) || verbsFrom(revisionLifecycle, revision).includes(verb)),
  );

const isListingVerb = (verb: ProductVerb): verb is keyof typeof listingLifecycle.verbs => verb in listingLifecycle.verbs;
const isRevisionVerb = (verb: ProductVerb): verb is keyof typeof revisionLifecycle.verbs => verb in revisionLifecycle.verbs;
