; What the setup file says. "$\r$\n" breaks a line.

!define TEXT_NAME "Một cửa"
!define TEXT_WELCOME "Chương trình của bàn tiếp nhận hồ sơ, phiên bản ${VERSION}.$\r$\n$\r$\nKhông cần quyền quản trị máy và không cần mạng. Nếu máy đã có phiên bản cũ, sổ hồ sơ được giữ nguyên; phiên bản mới tự kiểm tra trước khi thay phiên bản cũ.$\r$\n$\r$\nHãy đóng chương trình Một cửa trước khi tiếp tục."
!define TEXT_TOO_OLD "Máy này chạy Windows quá cũ; cần Windows 10 hoặc 11, bản 64 bit. Hãy cài trên máy khác, hoặc nhờ người phụ trách máy nâng cấp Windows."
!define TEXT_RUNNING "Chương trình Một cửa đang mở; hãy đóng lại (trên mọi tài khoản của máy này) rồi chạy lại. Chưa có gì thay đổi."
!define TEXT_NEWER "Máy đã có phiên bản $0, mới hơn phiên bản ${VERSION} này. Sổ hồ sơ đã theo phiên bản mới nên không thể lùi; hãy dùng tệp cài đặt mới hơn."
!define TEXT_UNWRITABLE "Không ghi được vào $INSTDIR; hãy kiểm tra chỗ trống trên ổ đĩa (cần 500 MB) rồi chạy lại."
!define TEXT_TESTING "Phiên bản mới đang tự kiểm tra trên máy này…"
!define TEXT_FAILED "Phiên bản ${VERSION} không qua được tự kiểm tra trên máy này nên đã bị gỡ ra; những gì có trước đó vẫn như cũ.$\r$\n$\r$\nHãy gửi tệp ${REPORT} cho người phụ trách."
!define TEXT_BUNDLE "Gói trao đổi Một cửa"
!define TEXT_UPDATE "Gói cập nhật Một cửa"
!define TEXT_ASK_DATA "Đã gỡ chương trình. Sổ hồ sơ vẫn còn ở $LOCALAPPDATA\${APP}.$\r$\n$\r$\nXoá luôn sổ hồ sơ, bản quét và mọi dữ liệu trong đó?"
!define TEXT_ASK_AGAIN "XOÁ HẲN mọi dữ liệu ở $LOCALAPPDATA\${APP}? Chỉ còn lại những gì đã sao lưu hoặc đã trao đổi với máy chủ."
