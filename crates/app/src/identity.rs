//! New identities: UUID v7 of the moment at hand, so that rows made together lie together.

use crate::error::AppError;
use sandika_domain::fact::Moment;
use uuid::Uuid;

/// A new identity of the given moment.
///
/// # Errors
/// [`AppError::NoRandomness`] when the system gives none.
pub(crate) fn fresh(now: Moment) -> Result<Uuid, AppError> {
    let mut random = [0_u8; 10];
    getrandom::fill(&mut random).map_err(|_| AppError::NoRandomness)?;
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

/// Bytes that nobody can guess.
///
/// # Errors
/// [`AppError::NoRandomness`] when the system gives none.
pub(crate) fn secret<const N: usize>() -> Result<[u8; N], AppError> {
    let mut random = [0; N];
    getrandom::fill(&mut random).map_err(|_| AppError::NoRandomness)?;
    Ok(random)
}
