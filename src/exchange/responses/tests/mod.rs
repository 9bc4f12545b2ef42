//! Files of answers, sound and broken.

mod broken;
mod class;
mod order;
mod shapes;
mod versions;
