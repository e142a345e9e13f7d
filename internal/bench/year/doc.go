// Package year lets somebody live with her: a made-up person, on a made-up
// clock, for as many days as it takes, in seconds.
//
// The idea in one paragraph. A person is a text file (persons/, explained on one
// page in persons/README.md): when they come, what happens to them and on which
// day, what they say on which occasion, and how they take what she says. They
// know nothing of her but her words. Each simulated day has its encounters, its
// idle hours and a night; after every night the invariants of her life are
// looked at, each a function with a name, and what was broken is told with the
// day. The log is in memory, all chance comes from one seed, and the report ends
// in a hash over every event and her last state: the same seed gives the same
// bytes on every machine.
package year
