//! Files as people break them: no panic, the line of each fault, and every good row kept.
