/** The path of a browser: one that is here, else one just installed; undefined when none can be had. */
export declare function ensureBrowser(): Promise<string | undefined>;
