import {
  ComponentPatch,
  createComponent,
  viewComponent,
  type Authorization,
  type Component,
  type ComponentInput,
  type ComponentView,
} from "./component";
import type { TokenEnd } from "./token-book";

const MAX_COMPONENTS = 100;

/** The third-party platforms (section 5). */
export class ComponentRegistry {
  private readonly components = new Map<string, Component>();

  /** `onChange` hears of every platform created or changed. */
  constructor(private readonly onChange: () => void = () => {}) {}

  /** Null when the appid is taken or there are a hundred. Throws a ZodError on bad input. */
  create(input: ComponentInput): ComponentView | null {
    const component = createComponent(input);
    const isFull = this.components.size >= MAX_COMPONENTS;
    if (this.components.has(component.appid) || isFull) return null;
    this.components.set(component.appid, component);
    this.onChange();
    return viewComponent(component);
  }

  /** Changes only what the patch names. Null when there is no such platform. */
  update(appid: string, patch: ComponentPatch): ComponentView | null {
    const component = this.components.get(appid);
    if (component === undefined) return null;
    Object.assign(component, ComponentPatch.parse(patch));
    this.onChange();
    return viewComponent(component);
  }

  list(): ComponentView[] {
    return [...this.components.values()].map(viewComponent);
  }

  /** The platform itself, not a view. */
  find(appid: string): Component | null {
    return this.components.get(appid) ?? null;
  }

  /** Whose component_access_token this is, and 0 or the errcode it answers. */
  checkComponent(token: string, nowMs: number): ComponentCheck | null {
    for (const component of this.components.values()) {
      const errcode = component.tokens.check(token, nowMs);
      if (errcode !== null) return { component, errcode };
    }
    return null;
  }

  /** Whose authorizer_access_token this is, and 0 or the errcode it answers. */
  checkAuthorizer(token: string, nowMs: number): AuthorizerCheck | null {
    for (const component of this.components.values()) {
      for (const authorization of component.authorizations.values()) {
        const errcode = authorization.tokens.check(token, nowMs);
        if (errcode !== null) return { component, authorization, errcode };
      }
    }
    return null;
  }

  /** The platforms themselves, not views. */
  all(): Component[] {
    return [...this.components.values()];
  }

  /** These platforms and no others. */
  replace(components: readonly Component[]): void {
    this.components.clear();
    for (const component of components) this.components.set(component.appid, component);
  }
}

export type ComponentCheck = { component: Component; errcode: 0 | TokenEnd };

export type AuthorizerCheck = ComponentCheck & { authorization: Authorization };
