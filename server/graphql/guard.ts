import { createMethodMiddlewareDecorator } from 'type-graphql';
import type { ActorContext, RequestContext } from '../context';
import type { OrganisationKind, Role } from '../shared/actor';
import { notAllowed, notSignedIn } from '../shared/refusals';

export type Admission = {
  readonly kinds: readonly OrganisationKind[] | 'anyone' | 'signedIn';
  readonly roles?: readonly Role[];
  /** Also open to a user who has registered and whom nobody has confirmed yet. */
  readonly alsoUnconfirmed?: boolean;
};

/** Every guarded operation by the name of its method: a test compares it with the schema and lists what says nothing. */
export const admissions = new Map<string, Admission>();

/** Opens an operation to everybody, signed in or not. */
export const AllowAnyone = () => guard({ kinds: 'anyone' });

/** Opens an operation to every signed-in user. */
export const AllowSignedIn = (options: Omit<Admission, 'kinds'> = {}) => guard({ kinds: 'signedIn', ...options });

/** Opens an operation to the kinds of organisation named, and to nobody else. Whose record it is, `access` decides. */
export const Allow = (kinds: readonly OrganisationKind[], options: { roles?: readonly Role[] } = {}) =>
  guard({ kinds, ...options });

/** Roles that change things: everyone but the auditor, who only reads. */
export const working: { roles: readonly Role[] } = { roles: ['administrator', 'officer'] };

function guard(admission: Admission): MethodDecorator {
  const middleware = createMethodMiddlewareDecorator<RequestContext>(({ context }, next) => {
    admit(admission, context);
    return next();
  });
  return (target, key, descriptor) => {
    admissions.set(String(key), admission);
    return middleware(target, key, descriptor);
  };
}

/** Passes when the caller may use an operation opened by `admission`; otherwise refuses. */
export function admit(admission: Admission, context: Pick<RequestContext, 'actor'>): void {
  if (admission.kinds === 'anyone') return;
  const { actor } = context;
  if (!actor) throw notSignedIn();
  if (actor.isUnconfirmed && !admission.alsoUnconfirmed)
    throw notAllowed(
      {
        zh: '您的注册尚未经运营方确认，暂不能使用此功能。确认后即可使用。',
        en: 'The operator has not confirmed your registration yet. This opens once it is confirmed.',
      },
      { rule: 'unconfirmed' },
    );
  const isKindAllowed = admission.kinds === 'signedIn' || admission.kinds.includes(actor.organisationKind);
  const isRoleAllowed = !admission.roles || admission.roles.includes(actor.role);
  if (isKindAllowed && isRoleAllowed) return;
  throw notAllowed(
    isKindAllowed
      ? {
          zh: '您的角色只能查看，不能执行此操作。请联系本机构管理员。',
          en: 'Your role may read but not do this. Ask an administrator of your organisation.',
        }
      : { zh: '您所在的机构类型不能使用此功能。', en: 'Your kind of organisation may not use this operation.' },
    { rule: isKindAllowed ? 'role' : 'organisationKind' },
  );
}

/** The context of a guarded operation: its guard has made sure of the actor. */
export function signedIn(context: RequestContext): ActorContext & RequestContext {
  if (!context.actor) throw notSignedIn();
  return context as ActorContext & RequestContext;
}
