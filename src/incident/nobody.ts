/** Stands in a list of approvers for nobody at all: no person can have this key. */
export const nobody = 'nobody, until the approvals in the configuration file are put right';
