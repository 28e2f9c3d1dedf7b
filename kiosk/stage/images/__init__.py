"""Pictures that QML asks for by their address: icons, drawings, QR codes."""
