using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ParisPact.Functions.Platform.Access;

/// <summary>Checks a bearer token: who issued it, for whom, when, and that the issuer's key signed it with RS256 or ES256.</summary>
internal sealed class TokenCheck(IOptions<Settings> settings, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _issuer = Manager(settings.Value.Access);

    /// <summary>Who the token says the caller is; null where it cannot be trusted, with nothing more, since a caller who guesses must learn nothing.</summary>
    /// <exception cref="TransientFailure">The sign-in service could not be asked for its keys.</exception>
    public async Task<ClaimsIdentity?> CheckAsync(string token)
    {
        var access = settings.Value.Access;
        var configuration = await Configuration();
        var issuer = access.Issuer ?? configuration.Issuer;
        var result = await _handler.ValidateTokenAsync(token, Parameters(issuer, configuration));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The issuer may have changed its keys since they were read; the manager asks again at most every few minutes.
            _issuer.RequestRefresh();
            result = await _handler.ValidateTokenAsync(token, Parameters(issuer, await Configuration()));
        }

        return result.IsValid ? result.ClaimsIdentity : null;
    }

    private async Task<OpenIdConnectConfiguration> Configuration()
    {
        try
        {
            return await _issuer.GetConfigurationAsync(CancellationToken.None);
        }
        catch (InvalidOperationException unreachable)
        {
            throw new TransientFailure("The sign-in service could not be reached.", unreachable);
        }
    }

    private TokenValidationParameters Parameters(string issuer, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = settings.Value.Access.Audience,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsCurrent,
        RoleClaimType = "roles",
        NameClaimType = "name",
    };

    private bool IsCurrent(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now - Skew < end && (from is not { } start || now + Skew >= start);
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> Manager(Settings.AccessSettings access)
    {
        var address = new Uri(access.MetadataAddress!);
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            access.MetadataAddress, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !address.IsLoopback });
    }
}
