//! Many cases for every reader in turn, in one process: `campaign [--cases N] [--seconds N] [--seed N] [READER]...`.
//! `--list` prints the readers, `--seeds FOLDER` writes the files that they begin with, and
//! `--file FILE READER` reads one.
//! Prints cases, seconds, crashes and the most memory of one case for each reader. What fails is written to
//! `target/fuzz/crashes`; a case without an end is written there, too, and ends the process.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// Counts what is allocated.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A case that takes longer than this is one without an end.
const LONGEST: Duration = Duration::from_secs(20);
/// A case that takes longer than this is told.
const SLOW: Duration = Duration::from_secs(2);
/// No case needs more memory.
const MOST_MEMORY: usize = 256 << 20;

/// What is read at the moment, and since when.
type Current = Arc<Mutex<Option<(Instant, String, Vec<u8>)>>>;

fn main() {
    let (mut cases, mut seconds, mut seed, mut wanted) = (u64::MAX, f64::MAX, 1, vec![]);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value =
            || arguments.next().and_then(|text| text.parse::<f64>().ok()).unwrap_or_else(|| usage());
        match argument.as_str() {
            "--cases" => cases = value() as u64,
            "--seconds" => seconds = value(),
            "--seed" => seed = value() as u64,
            "--list" => return guardprep::names().for_each(|name| println!("{name}")),
            "--file" => {
                let (file, began) = (arguments.next().unwrap_or_else(|| usage()), Instant::now());
                for reader in arguments {
                    guardprep::check(&reader, &fs::read(&file).expect("a file"));
                    println!("{reader}: holds, {:.3} s", began.elapsed().as_secs_f64());
                }
                return;
            }
            "--seeds" => return seeds(&arguments.next().unwrap_or_else(|| usage())),
            name if guardprep::names().any(|known| known == name) => wanted.push(argument),
            _ => usage(),
        }
    }
    let names: Vec<&str> =
        guardprep::names().filter(|name| wanted.is_empty() || wanted.iter().any(|w| w == name)).collect();
    let folder = env::var("GUARDPREP_FUZZ_CRASHES").unwrap_or_else(|_| String::from("target/fuzz/crashes"));
    std::panic::set_hook(Box::new(|_| {}));
    let current = watch(folder.clone());
    let each = seconds / names.len() as f64;
    let (mut sum, mut failed) = (0, 0);
    let start = Instant::now();
    println!("seed {seed}");
    println!("{:24} {:>10} {:>8} {:>8} {:>10}", "reader", "cases", "seconds", "crashes", "memory");
    for name in names {
        let began = Instant::now();
        let memory = Cell::new(0);
        let before = Cell::new((Instant::now(), NOW.load(Relaxed), 0_usize));
        let (count, crashes) = guardprep::campaign(name, seed, |done, bytes| {
            let (at, base, _) = before.get();
            let used = MOST.load(Relaxed).saturating_sub(base);
            if done > 0 {
                let last = current.lock().unwrap().take();
                let took = at.elapsed();
                let bytes = last.map(|(_, _, bytes)| bytes).unwrap_or_default();
                // Other programs may have had the processor: it is slow if it is so twice.
                let again = || {
                    let began = Instant::now();
                    let _ = std::panic::catch_unwind(|| guardprep::check(name, &bytes));
                    began.elapsed() > SLOW
                };
                if took > SLOW && again() || used > MOST_MEMORY {
                    let path = keep(&folder, name, "slow-or-large", &bytes);
                    println!("{name}: {:.1} s, {} MB: {path}", took.as_secs_f64(), used >> 20);
                }
                memory.set(memory.get().max(used));
            }
            let go_on = done < cases && began.elapsed().as_secs_f64() < each;
            *current.lock().unwrap() = go_on.then(|| (Instant::now(), name.to_owned(), bytes.to_vec()));
            let base = NOW.load(Relaxed);
            MOST.store(base, Relaxed);
            before.set((Instant::now(), base, bytes.len()));
            go_on
        });
        println!(
            "{name:24} {count:10} {:8.1} {:8} {:7} KB",
            began.elapsed().as_secs_f64(),
            crashes.len(),
            memory.get() >> 10
        );
        for (bytes, message) in &crashes {
            let path = keep(&folder, name, "crash", bytes);
            let message: String = message.chars().take(2_000).collect();
            println!("  {message}\n  with \"{:.1500}\"\n  in {path}", bytes.escape_ascii().to_string());
        }
        sum += count;
        failed += crashes.len();
    }
    println!("{:24} {sum:10} {:8.1} {failed:8}", "all", start.elapsed().as_secs_f64());
    process::exit(i32::from(failed > 0));
}

/// Writes the seeds of each reader into a folder of its own.
fn seeds(folder: &str) {
    for name in guardprep::names() {
        let folder = format!("{folder}/{name}");
        fs::create_dir_all(&folder).expect("a folder");
        for (number, seed) in guardprep::seeds(name).iter().enumerate() {
            fs::write(format!("{folder}/{number}"), seed).expect("a file");
        }
    }
}

fn usage() -> ! {
    let names: Vec<&str> = guardprep::names().collect();
    eprintln!("campaign [--cases N] [--seconds N] [--seed N] [READER]...\nReaders: {}", names.join(", "));
    process::exit(2)
}

fn keep(folder: &str, reader: &str, what: &str, bytes: &[u8]) -> String {
    let _ = fs::create_dir_all(folder);
    let sum = bytes.iter().fold(5_381_u32, |sum, byte| sum.wrapping_mul(33) ^ u32::from(*byte));
    let path = format!("{folder}/{reader}-{what}-{sum:08x}");
    let _ = fs::write(&path, bytes);
    path
}

/// Ends the process where a case has no end.
fn watch(folder: String) -> Current {
    let current: Current = Arc::default();
    let watched = Arc::clone(&current);
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            if let Some((since, name, bytes)) = &*watched.lock().unwrap()
                && since.elapsed() > LONGEST
            {
                println!("{name}: no end: {}", keep(&folder, name, "endless", bytes));
                process::abort();
            }
        }
    });
    current
}
