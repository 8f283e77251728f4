/** The folder of the newest server's programs; undefined where there is none. */
export declare function postgresPrograms(): string | undefined;
